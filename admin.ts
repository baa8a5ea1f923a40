import { userInfo } from 'node:os';
import { type Client, createClient, hasCode, type PrivacyCounts } from '@campus-desk/contract';
import { readConfig, runOnce } from '@campus-desk/service-kit';

const help = `npm run admin -- COMMAND: what a data-protection officer and an operator need (docs/privacy.md). The API must be running.

  export-person U0123          prints everything that is stored about this Slack user, as JSON
  forget-person U0123 --yes    removes their texts, name and id everywhere; tickets they reported lose every text. For good.
  purge [--dry-run]            removes texts and names of tickets closed more than RETENTION_DAYS ago. For good.
    --days 730                   instead of RETENTION_DAYS
  history                      what was exported, forgotten and purged, when and by whom

Counts and times stay, so statistics do not change. Each command but --dry-run leaves an entry in the history.
`;

const options = {
  yes: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  days: { type: 'string' },
} as const;

type Order = {
  client: Client;
  by: string;
  person: string | undefined;
  isSure: boolean;
  dryRun: boolean;
  days: number | undefined;
};

const commands: Record<string, (order: Order) => Promise<string>> = {
  'export-person': async ({ client, by, person }) =>
    JSON.stringify(await client.exportPerson({ id: named(person), by }), null, 2),
  'forget-person': forget,
  purge,
  history,
};

await runOnce({
  help,
  options,
  takesWords: true,
  job: async ({ environment, options: given, words: [name = '', person, ...others] }) => {
    const command = commands[name];
    if (command === undefined || others.length > 0)
      throw new Error(`Name a command: ${Object.keys(commands).join(', ')}. See npm run admin -- --help`);
    const config = readConfig({ ...environment, ...(given.days && { RETENTION_DAYS: given.days }) });
    const client = createClient({ baseUrl: config.API_URL, token: config.API_TOKEN });
    const by = userInfo().username;
    const days = config.RETENTION_DAYS;
    const order = { client, by, person, isSure: given.yes, dryRun: given['dry-run'], days };
    const answer = await command(order).catch(error => {
      // Behind it is the database; before it, nobody.
      if (!hasCode(error, 'unavailable') || error.details.requestId !== undefined) throw error;
      throw new Error(`No API answers at ${config.API_URL}. Start it, or name its address in API_URL.`);
    });
    process.stdout.write(`${answer}\n`);
  },
});

function named(person: string | undefined): string {
  if (person === undefined) throw new Error('Name the person by their Slack id, such as U0123ABCD.');
  return person;
}

async function forget({ client, by, person, isSure }: Order): Promise<string> {
  const id = named(person);
  if (!isSure)
    throw new Error(
      `This removes the texts, the name and the id of ${id} for good, and every text of the tickets they reported. Close those first, then add --yes.`,
    );
  const { subject, counts } = await client.forgetPerson({ id, by });
  return `Forgotten: ${describe(counts)}. ${subject} stands for them now. In Slack their own messages remain: docs/privacy.md.`;
}

async function purge({ client, by, dryRun, days }: Order): Promise<string> {
  if (days === undefined) throw new Error('RETENTION_DAYS is not set. Set it, or add --days 730.');
  const total = { tickets: 0, messages: 0, events: 0 };
  let isMore = true;
  while (isMore) {
    const purged = await client.purgeTickets({ by, closedDaysAgo: days, dryRun });
    total.tickets += purged.tickets;
    total.messages += purged.messages;
    total.events += purged.events;
    isMore = purged.isMore;
  }
  return `${dryRun ? 'Would be purged' : 'Purged'}: ${describe(total)}, closed more than ${days} days ago.`;
}

async function history({ client }: Order): Promise<string> {
  const { acts } = await client.listPrivacyActs();
  const lines = acts.map(({ at, type, subject, by, counts }) =>
    [at, type, subject ?? '–', `by ${by}`, describe(counts)].join('  '),
  );
  return lines.length === 0 ? 'Nothing was exported, forgotten or purged yet.' : lines.join('\n');
}

function describe({ tickets, messages, events }: PrivacyCounts): string {
  return `${tickets} tickets, ${messages} messages, ${events} events`;
}

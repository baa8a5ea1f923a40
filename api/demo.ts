import { fileURLToPath } from 'node:url';
import { type Config, readConfig, runOnce } from '@campus-desk/service-kit';
import { fillDemoCampus, fillManyTickets } from '../db/demo/index.ts';
import { type Database, openDatabase } from '../db/index.ts';
import { readCampus } from './campus/campus-file.ts';
import { placeOfTickets } from './campus/places-of.ts';
import { databaseOf } from './database-of.ts';

/** What the sandbox's campus knows about itself. */
const demoCampusFile = fileURLToPath(new URL('../demo-campus.yaml', import.meta.url));

const help = `Fills the database with a demo campus: half a year of tickets with their conversations.

  npm run demo                         about 400 tickets, the newest of them live in the sandbox
  npm run demo -- --tickets 1000000    that many tickets, for measuring
  npm run demo -- --help               this text

Only an empty database is filled. Which one: DATABASE_URL, else the embedded one in DATA_DIR (./data), which must
not be in use by a running Campus Desk.
`;

await runOnce({
  help,
  options: { tickets: { type: 'string' } },
  job: ({ environment, options }) => fill({ environment, tickets: readCount(options.tickets) }),
});

type FillInput = { environment: NodeJS.ProcessEnv; tickets: number | undefined };

async function fill({ environment, tickets }: FillInput): Promise<void> {
  const config = readConfig(environment);
  const { db, location, close } = await openDatabase({ ...databaseOf(config), progress: say });
  try {
    const begun = performance.now();
    const filled = await (tickets === undefined ? fillCampus({ db, config }) : fillMany({ db, tickets }));
    if (filled === undefined)
      throw new Error(
        `There are tickets already: ${location}. The demo needs an empty database; choose one with DATA_DIR=./demo-data or DATABASE_URL.`,
      );
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    say(`Created ${filled.toLocaleString('en')} tickets in ${seconds} s: ${location}.`);
  } finally {
    await close();
  }
}

/** The number of tickets that was asked for; throws a sentence when it is not one. */
function readCount(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,7}$/.test(text))
    throw new Error(`--tickets ${text} is not a number of tickets. Write one such as --tickets 1000000.`);
  return Number(text);
}

/** With Slack's credentials nothing is left for the bot to post: the people of the demo are not in that workspace. */
async function fillCampus({ db, config }: { db: Database; config: Config }): Promise<number | undefined> {
  const live = config.SLACK_BOT_TOKEN === undefined;
  const placeOf = placeOfTickets(await readCampus({ path: config.CAMPUS_FILE, fallback: demoCampusFile }));
  return fillDemoCampus({ db, now: new Date(), timeZone: config.CAMPUS_TIME_ZONE, live, placeOf });
}

function fillMany({ db, tickets }: { db: Database; tickets: number }): Promise<number | undefined> {
  const progress = (done: number) =>
    say(`${done.toLocaleString('en')} of ${tickets.toLocaleString('en')} tickets`);
  return fillManyTickets({ db, now: new Date(), count: tickets, progress });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

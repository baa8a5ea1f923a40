import { measureShares } from '../rounds.ts';
import type { Bench, Measured, Section } from '../section.ts';
import { runPgbench } from './pgbench.ts';
import { prepareDatabase } from './prepare-database.ts';
import { type Request, sendRequests } from './send-requests.ts';
import { apiToken, startApi } from './start-api.ts';

/** Every write of the API against the same rows in one transaction. */
export const writeSection: Section = {
  name: 'write',
  about: 'filing, messages, starting and closing, against the same rows written by pgbench',
  measure,
};

type Write = {
  what: string;
  against: string;
  /** The same rows as the API writes them, in pgbench's language; `:at` is a number of its own. */
  script: string;
  requestOf: (at: number) => Request;
  reach: number;
  goal: number;
};

const helpdesk = (at: number) => ({ id: `U${at}`, name: 'Ben Miller', role: 'helpdesk' });
const user = (at: number) => ({ id: `U${at}`, name: 'Ada Okafor', role: 'user' });
const description = 'The projector of the reading room is dark, and nobody can see the slides.';
const location = 'Library, room 2.14';

const insertTicket = `
insert into tickets (status, description, location, category, category_second, category_source, category_confidence,
  category_unsure, category_because, category_model, reporter_id, reporter_name, opened_at, modified_at)
values ('open', '${description}', '${location}', 'it', 'facility', 'auto', 0.9, false, '{projector,slides}', 'bench',
  'U' || :at, 'Ada Okafor', now(), now()) returning number \\gset`;

const insertEvent = (event: {
  type: string;
  role: string;
  number: string;
  changes: object;
  message?: string;
}) => `
insert into events (ticket_number, type, actor_id, actor_name, actor_role, at, changes, message_id)
values (${event.number}, '${event.type}', 'U' || :at, 'Ada Okafor', '${event.role}', now(), '${spaced(event.changes)}', ${event.message ?? 'null'});`;

/** As JSON; pgbench would take a name that follows a colon for one of its own. */
function spaced(changes: object): string {
  return JSON.stringify(changes).replaceAll('":', '": ');
}

const filed = insertEvent({
  type: 'ticket.filed',
  role: 'user',
  number: ':number',
  changes: {
    status: { from: null, to: 'open' },
    description: { from: null, to: description },
    location: { from: null, to: location },
    category: { from: null, to: 'it' },
  },
});

const posted = insertEvent({
  type: 'message.posted',
  role: 'helpdesk',
  number: '1 + :at % 1000',
  message: "'M' || :at",
  changes: { body: { from: null, to: 'Which room is it?' } },
});

const started = insertEvent({
  type: 'ticket.started',
  role: 'helpdesk',
  number: ':at',
  changes: {
    status: { from: 'open', to: 'active' },
    assignee: { from: null, to: { id: 'U1', name: 'Ben Miller' } },
  },
});

const closed = insertEvent({
  type: 'ticket.closed',
  role: 'helpdesk',
  number: ':at',
  changes: {
    status: { from: 'active', to: 'closed' },
    closingNote: { from: null, to: 'A new lamp is in.' },
  },
});

const limits = { against: 'pgbench, the same rows', reach: 0.4 };

const writes: Write[] = [
  {
    ...limits,
    what: 'file a ticket',
    script: `begin;${insertTicket}${filed}\ncommit;`,
    requestOf: at => ({
      method: 'POST',
      path: '/v1/tickets',
      body: { description, location, actor: user(at) },
    }),
    goal: 0.55,
  },
  {
    ...limits,
    what: 'file with Idempotency-Key',
    script: `begin;${insertTicket}${filed}
insert into idempotency_keys (key, fingerprint, ticket_number, created_at)
values ('pgbench-' || :at, '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', :number, now());
commit;`,
    requestOf: at => ({
      method: 'POST',
      path: '/v1/tickets',
      headers: { 'idempotency-key': `bench-${at}` },
      body: { description, location, actor: user(at) },
    }),
    goal: 0.55,
  },
  {
    ...limits,
    what: 'post a message',
    script: `begin;
insert into messages (id, ticket_number, actor_id, actor_name, actor_role, body, files, created_at)
values ('M' || :at, 1 + :at % 1000, 'U' || :at, 'Ben Miller', 'helpdesk', 'Which room is it?', '[]', now());
update tickets set modified_at = now() where number = 1 + :at % 1000;${posted}
commit;`,
    requestOf: at => ({
      method: 'POST',
      path: `/v1/tickets/${1 + (at % 1000)}/messages`,
      body: { actor: helpdesk(at), body: 'Which room is it?' },
    }),
    goal: 0.55,
  },
  {
    ...limits,
    what: 'start',
    script: `begin;
update tickets set status = 'active', assignee_id = 'U1', assignee_name = 'Ben Miller', started_at = now(),
  modified_at = now(), version = version + 1
where number = :at and status = 'open';${started}
commit;`,
    requestOf: at => ({
      method: 'PATCH',
      path: `/v1/tickets/${at}`,
      body: { actor: helpdesk(at), status: 'active' },
    }),
    goal: 0.6,
  },
  {
    ...limits,
    what: 'close',
    script: `begin;
update tickets set status = 'closed', closing_note = 'A new lamp is in.', closed_at = now(), modified_at = now(),
  version = version + 1
where number = :at and status = 'active';${closed}
commit;`,
    requestOf: at => ({
      method: 'PATCH',
      path: `/v1/tickets/${at}`,
      body: { actor: helpdesk(at), status: 'closed', closingNote: 'A new lamp is in.' },
    }),
    goal: 0.6,
  },
];

async function measure({ server, rounds, isQuick, note }: Bench): Promise<Measured[]> {
  const { createDatabase, pgbench } = await server();
  const count = isQuick ? 400 : 2000;
  const turns = rounds + 1;
  const { url, drop } = await createDatabase();
  // 1,000 tickets to write under; then those that each turn of pgbench and of the API starts and closes.
  await prepareDatabase({ url, filled: 0, open: 1000 + 2 * turns * count });
  const api = await startApi(url);
  try {
    const lines: Measured[] = [];
    for (const { what, against, script, requestOf, reach, goal } of writes) {
      const shares = await measureShares({
        rounds,
        baseline: round =>
          runPgbench({ pgbench, databaseUrl: url, script, count, from: 1001 + round * count }),
        product: round => {
          const from = 1001 + (turns + round) * count;
          return sendRequests({
            port: api.port,
            token: apiToken,
            count,
            requestOf: at => requestOf(from + at),
          });
        },
      });
      note(`  ${what}: ${shares.map(share => share.toFixed(2)).join(' ')}`);
      lines.push({ what, against, unit: 'share', rounds: shares, reach, goal, isMoreBetter: true });
    }
    return lines;
  } finally {
    await api.stop();
    await drop();
  }
}

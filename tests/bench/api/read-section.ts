import { measureShares } from '../rounds.ts';
import type { Bench, Measured, Section } from '../section.ts';
import { runPgbench } from './pgbench.ts';
import { prepareDatabase } from './prepare-database.ts';
import { sendRequests } from './send-requests.ts';
import { apiToken, startApi, startBareFastify } from './start-api.ts';

/** What is read most often. */
export const readSection: Section = {
  name: 'read',
  about: 'one ticket against a constant of the same size, a list against its query in pgbench',
  measure,
};

const filled = 10_000;
const open = 300;
const listPath = '/v1/tickets?status=open&limit=50';
const listQuery = `
select number, status, description, location, category, category_second, category_source, category_confidence,
  category_unsure, category_because, category_model, reporter_id, reporter_name, assignee_id, assignee_name,
  follow_up_of, source_permalink, closing_note, opened_at, started_at, modified_at, closed_at, version
from tickets where status = 'open' and status <> 'closed' order by opened_at desc, number desc limit 50;`;

async function measure({ server, rounds, isQuick }: Bench): Promise<Measured[]> {
  const { createDatabase, pgbench } = await server();
  const { url, drop } = await createDatabase();
  await prepareDatabase({ url, filled, open });
  const api = await startApi(url);
  const pathOf = (at: number) => `/v1/tickets/${1 + filled + (at % open)}?role=helpdesk`;
  const answer = await fetch(`http://127.0.0.1:${api.port}${pathOf(0)}`, {
    headers: { authorization: `Bearer ${apiToken}` },
  });
  const bare = await startBareFastify(await answer.text());
  const send = (input: { port: number; count: number; pathOf: (at: number) => string }) => {
    const requestOf = (at: number) => ({ method: 'GET', path: input.pathOf(at) }) as const;
    return sendRequests({ ...input, token: apiToken, requestOf });
  };
  const reads = isQuick ? 2000 : 10_000;
  const lists = isQuick ? 300 : 1500;
  try {
    return [
      {
        what: 'read one',
        against: 'bare Fastify, a constant of the same size',
        unit: 'share',
        rounds: await measureShares({
          rounds,
          baseline: () => send({ port: bare.port, count: 2 * reads, pathOf }),
          product: () => send({ port: api.port, count: reads, pathOf }),
        }),
        reach: 0.2,
        goal: 0.3,
        isMoreBetter: true,
      },
      {
        what: 'list 50 newest open',
        against: 'the query in pgbench',
        unit: 'share',
        rounds: await measureShares({
          rounds,
          baseline: () => runPgbench({ pgbench, databaseUrl: url, script: listQuery, count: 2 * lists }),
          product: () => send({ port: api.port, count: lists, pathOf: () => listPath }),
        }),
        reach: 0.12,
        goal: 0.2,
        isMoreBetter: true,
      },
    ];
  } finally {
    await bare.stop();
    await api.stop();
    await drop();
  }
}

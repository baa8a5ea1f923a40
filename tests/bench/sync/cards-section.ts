import { setTimeout as wait } from 'node:timers/promises';
import { type Client, createClient } from '@campus-desk/contract';
import { within } from '@campus-desk/service-kit';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { startSmallSlack } from '../load/small-slack.ts';
import { startParts } from '../load/start-parts.ts';
import type { Bench, Measured, Section } from '../section.ts';

/** How soon Slack shows what happened. */
export const cardsSection: Section = {
  name: 'cards',
  about:
    'filed to both cards; "Start work" to the reporter’s card and line while cards wait for the helpdesk channel',
  measure,
};

/** A channel takes one post a second: filed less often, no card waits for another. */
const betweenMs = 1100;
/** Longer than anything that is measured. */
const patienceMs = 120_000;

type Call = { method: string; channel: string };
type Seen = (call: Call) => boolean;

async function measure({ server, isQuick, note }: Bench): Promise<Measured[]> {
  const { createDatabase } = await server();
  const { url: databaseUrl, drop } = await createDatabase();
  const calls: Call[] = [];
  let wake = () => {};
  const slack = await startSmallSlack({
    onCall: ({ method, given }) => {
      calls.push({ method, channel: given.get('channel') ?? '' });
      wake();
    },
  });
  const parts = await startParts({ databaseUrl, slackUrl: slack.url });
  const client = createClient({ baseUrl: parts.apiUrl, token: parts.apiToken, timeoutMs: 10_000 });

  /** Does something, and answers after how many milliseconds Slack has got every one of these calls. */
  const timeOf = async (act: () => Promise<unknown>, expected: Seen[]) => {
    const from = calls.length;
    const begun = performance.now();
    const all = async () => {
      while (!expected.every(seen => calls.slice(from).some(seen)))
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      return performance.now() - begun;
    };
    const [, took] = await Promise.all([act(), within({ work: all(), ms: patienceMs })]);
    return took ?? patienceMs;
  };
  const fileAndSee = (person: string) =>
    timeOf(
      () => file({ client, person }),
      [
        ({ method, channel }) => method === 'chat.postMessage' && channel === helpdeskChannel,
        ({ method, channel }) => method === 'chat.postMessage' && channel === `D${person}`,
      ],
    );

  try {
    for (let warm = 0; warm < 3; warm += 1) await fileAndSee(`UWARM${warm}`).then(() => wait(betweenMs));
    const filed: number[] = [];
    for (let at = 0; at < (isQuick ? 5 : 40); at += 1) {
      filed.push(await fileAndSee(`UFILES${at}`));
      await wait(betweenMs);
    }
    const waiting = isQuick ? 100 : 500;
    for (let at = 0; at < waiting; at += 1) await file({ client, person: `UWAITS${at % 15}` });
    const started: number[] = [];
    for (let number = 1; number <= 3; number += 1)
      started.push(
        await timeOf(
          () => client.changeTicket({ number, status: 'active', actor: helper }),
          [
            ({ method, channel }) => method === 'chat.update' && channel === `DUWARM${number - 1}`,
            ({ method, channel }) => method === 'chat.postMessage' && channel === `DUWARM${number - 1}`,
          ],
        ),
      );
    const posted = calls.filter(({ channel }) => channel === helpdeskChannel).length;
    note(`  ${posted} calls about the helpdesk channel; ${waiting} cards were waiting for it`);
    return [
      {
        what: 'filed to both cards: p95',
        against: '–',
        unit: 'ms',
        rounds: [p95(filed)],
        reach: 150,
        goal: 100,
      },
      {
        what: `start work to the reporter’s card and line, ${waiting} cards waiting`,
        against: '–',
        unit: 'ms',
        rounds: started,
        reach: 2000,
        goal: 300,
      },
    ];
  } finally {
    await parts.stop();
    await slack.stop();
    await drop();
  }
}

const helper = { id: 'UHELPER', name: 'Ben', role: 'helpdesk' } as const;

function file({ client, person }: { client: Client; person: string }) {
  const filing = {
    description: 'The lift is stuck',
    actor: { id: person, name: 'Ada', role: 'user' } as const,
  };
  return client.fileTicket(filing, { idempotencyKey: crypto.randomUUID() });
}

function p95(figures: number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length * 0.95)] ?? Number.NaN;
}

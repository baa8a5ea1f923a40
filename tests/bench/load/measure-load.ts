import { createClient, type SlackRef } from '@campus-desk/contract';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { type MixedLoad, type SendMixedLoadInput, sendMixedLoad } from './mixed-load.ts';
import { startSmallSlack } from './small-slack.ts';
import { type Parts, startParts } from './start-parts.ts';

/** How the load was answered, and the resident memory of API and bot before and afterwards, in MB. */
type Load = MixedLoad & { memoryAtRestMb: number; memoryMb: number };

const people = 40_000;
const tickets = 20;

type MeasureLoadInput = { databaseUrl: string; inOne: boolean; perSecond: number; seconds: number };

/** An API and a bot, in one process or each in one of its own, under requests that come at an even rate. */
export async function measureLoad({
  databaseUrl,
  inOne,
  perSecond,
  seconds,
}: MeasureLoadInput): Promise<Load> {
  const slack = await startSmallSlack();
  const parts = await startParts({ databaseUrl, slackUrl: slack.url, inOne });
  const memoryAtRestMb = await parts.memoryMb();
  const load = { ...parts.bot, people };
  const threads = await fileTickets(parts);
  await warmUp({ ...load, threads, perSecond, seconds: Math.max(2, seconds / 10) });
  const answered = await sendMixedLoad({ ...load, threads, perSecond, seconds, from: 1_000_000 });
  const memoryMb = await parts.memoryMb();
  await parts.stop();
  await slack.stop();
  return { ...answered, memoryAtRestMb, memoryMb };
}

/** In three steps: what waits for Node to compile it is not what is measured. */
async function warmUp({ perSecond, ...load }: Omit<SendMixedLoadInput, 'from'>): Promise<void> {
  for (const share of [0.25, 0.5, 0.75])
    await sendMixedLoad({ ...load, perSecond: share * perSecond, from: share * 100_000 });
}

/** Tickets whose threads can be written in; answers the roots of these. */
async function fileTickets({ apiUrl, apiToken }: Parts): Promise<SlackRef[]> {
  const client = createClient({ baseUrl: apiUrl, token: apiToken, timeoutMs: 10_000 });
  const roots: SlackRef[] = [];
  for (let at = 0; at < tickets; at += 1) {
    const actor = { id: `UFIRST${at}`, name: 'Ada', role: 'user' } as const;
    const filing = { description: 'The lift is stuck', actor };
    const { number } = await client.fileTicket(filing, { idempotencyKey: crypto.randomUUID() });
    const root = { channel: helpdeskChannel, ts: `${1_600_000_000 + at}.000100` };
    await client.bindThread({ number, side: 'helpdesk', ...root });
    roots.push(root);
  }
  return roots;
}

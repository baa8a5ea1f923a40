import type { Client } from '@campus-desk/contract';
import { ids } from '../../../bot/ids.ts';
import { writeReference } from '../../../bot/ui/reference.ts';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { compareTimes } from '../rounds.ts';
import { type Receiver, send } from '../send.ts';
import type { ApiCall } from './watch-api.ts';

/** So many that nobody is asked to wait, and so few that the bot has met them all in the first turn. */
const people = 20;
const personOf = (at: number, kind: string) => ({ id: `U${kind}${at % people}`, name: 'Ben' });

type MeasureClicksInput = {
  bot: Receiver;
  /** Calls the API the way the bot does. */
  client: Client;
  /** All calls so far. */
  calls: readonly ApiCall[];
  rounds: number;
  perRound: number;
};

/** How many times as long as the call of the API alone "Start work" takes until the ticket is changed, once a round. */
export async function measureClicks(input: MeasureClicksInput): Promise<number[]> {
  const { bot, client, calls, rounds, perRound } = input;
  let filed = 0;
  const file = async () => {
    filed += 1;
    const actor = { ...personOf(filed, 'FILES'), role: 'user' } as const;
    const filing = { description: 'The lift is stuck', actor };
    return (await client.fileTicket(filing, { idempotencyKey: crypto.randomUUID() })).number;
  };
  const byCall = async () => {
    const number = await file();
    const begun = performance.now();
    await client.changeTicket({
      number,
      status: 'active',
      actor: { ...personOf(number, 'HELPS'), role: 'helpdesk' },
    });
    return performance.now() - begun;
  };
  const byClick = async () => {
    const number = await file();
    const begun = performance.now();
    await send(bot, click(number));
    const change = calls.find(({ method, path }) => method === 'PATCH' && path === `/v1/tickets/${number}`);
    if (change === undefined) throw new Error('A click was acknowledged before its change.');
    return change.to - begun;
  };
  return compareTimes({ rounds, perRound, baseline: byCall, product: byClick });
}

function click(number: number): string {
  const ts = `1700000000.${`${number}`.padStart(6, '0')}`;
  const value = writeReference({ role: 'helpdesk', number, version: 1 });
  const payload = {
    type: 'block_actions',
    team: { id: 'T01' },
    user: { ...personOf(number, 'HELPS'), username: 'ben', team_id: 'T01' },
    api_app_id: 'A01',
    trigger_id: `${number}.1.x`,
    channel: { id: helpdeskChannel, name: 'helpdesk' },
    container: { type: 'message', channel_id: helpdeskChannel, message_ts: ts },
    message: { type: 'message', ts, text: '', blocks: [] },
    response_url: 'http://127.0.0.1:9/none',
    actions: [{ type: 'button', action_id: ids.ticket.start, block_id: 'b', value, action_ts: ts }],
  };
  return `payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

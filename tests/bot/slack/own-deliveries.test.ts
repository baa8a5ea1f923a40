import type { SlackRef } from '@campus-desk/contract';
import type { SlackJson } from 'slack-sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ids } from '../../../bot/ids.ts';
import { fileTicket } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { clickBody, eventBody, sendSigned, startResponseSink } from '../signed-request.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

let stack: StackWithPeople;
let number: number;
let threads: Record<'helpdesk' | 'reporter', SlackRef>;
beforeAll(async () => {
  stack = await startStackWithPeople();
  ({ number } = await fileTicket(stack.api, { actor: { id: ada, name: 'Ada Okafor', role: 'user' } }));
  threads = await eventually(async () => {
    const bound = await stack.api.client.listThreads({ number });
    const [helpdesk, reporter] = ['helpdesk', 'reporter'].map(side => bound.find(one => one.side === side));
    if (helpdesk === undefined || reporter === undefined) throw new Error('Not bound yet.');
    return { helpdesk, reporter };
  });
});
afterAll(() => stack.stop());

type SayInput = {
  ts: string;
  side?: 'helpdesk' | 'reporter';
  /** What the message says of itself beyond its text. */
  message?: SlackJson;
  envelope?: SlackJson;
};

/** Delivers a message in a thread of the ticket; answers the HTTP status and who the API then says wrote it. */
async function say({ ts, side = 'helpdesk', message = {}, envelope = {} }: SayInput) {
  const { channel, ts: thread_ts } = threads[side];
  const event = { channel, user: ben, text: 'Which room?', ts, thread_ts, event_ts: ts, ...message };
  const body = eventBody(event, { event_id: `Ev${ts}`, ...envelope });
  const { status } = await sendSigned({ stack, body, type: 'application/json' });
  const { messages } = await stack.api.client.findMessages({ channel, ts });
  return { status, role: messages[0]?.actor.role };
}

const authorizedFor = (team_id: string | null) => ({
  authorizations: [{ team_id, enterprise_id: null, user_id: 'UBOT', is_bot: true }],
});

describe('a delivery', () => {
  test('is taken when it is for our app in our workspace', async () => {
    expect(await say({ ts: '1800000001.000100' })).toEqual({ status: 200, role: 'helpdesk' });
  });

  test.each([
    ['another app', '1800000002.000100', { api_app_id: 'A99' }],
    ['another workspace', '1800000003.000100', { team_id: 'T99', ...authorizedFor('T99') }],
  ])('is acknowledged and ignored when it is for %s', async (_whose, ts, envelope) => {
    expect(await say({ ts, envelope })).toEqual({ status: 200, role: undefined });
  });

  test.each([
    [
      'that another workspace shares with us',
      '1800000004.000100',
      { team_id: 'T99', ...authorizedFor('T01') },
    ],
    ['that names no workspace', '1800000005.000100', { team_id: null, ...authorizedFor(null) }],
    ['that names no app', '1800000006.000100', { api_app_id: null }],
  ])('is taken from a channel %s', async (_what, ts, envelope) => {
    expect(await say({ ts, envelope })).toEqual({ status: 200, role: 'helpdesk' });
  });
});

describe('people of another workspace', () => {
  const stranger = { user: 'U99OTTO', user_team: 'T99', source_team: 'T99', team: 'T99' };

  test('are not helpdesk, whatever they write into its thread', async () => {
    expect(await say({ ts: '1800000010.000100', message: stranger })).toEqual({
      status: 200,
      role: undefined,
    });
  });

  test('are users in the thread of the reporter', async () => {
    expect(await say({ ts: '1800000011.000100', side: 'reporter', message: stranger })).toEqual({
      status: 200,
      role: 'user',
    });
  });

  test('learn that the buttons are not for them', async () => {
    const [card] = stack.person(ben).messages(threads.helpdesk.channel);
    const sink = await startResponseSink();
    if (card === undefined) throw new Error('There is no card.');
    const as = { id: 'U99OTTO', name: 'otto', teamId: 'T99' };
    const action = { type: 'button', action_id: ids.ticket.start, value: `helpdesk:${number}:1` };

    await sendSigned({ stack, body: clickBody({ card, as, action, responseUrl: sink.url }) });
    await sink.stop();

    expect(sink.answers).toMatchObject([
      {
        response_type: 'ephemeral',
        text: 'Only people of the workspace that this app belongs to can do that.',
      },
    ]);
    expect(await stack.api.client.getTicket({ number, role: 'helpdesk' })).toMatchObject({ status: 'open' });
  });
});

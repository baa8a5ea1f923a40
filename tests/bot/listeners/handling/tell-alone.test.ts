import type { SandboxMessage } from 'slack-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../../demo-campus.ts';
import { eventually } from '../../../support/eventually.ts';
import { clickBody, sendSigned, startResponseSink } from '../../signed-request.ts';
import { ben, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

/** The reporter's card of a new ticket, which stands in the thread of the message it was made from. */
async function cardInThread(): Promise<SandboxMessage> {
  const helper = stack.person(ben);
  const said = await helper.says(helpdeskChannel, 'The lift is stuck');
  const root = said.ok ? (said.ts ?? '') : '';
  await helper.uses('ticket.from-message', helpdeskChannel, root);
  await helper.files({ description: 'The lift is stuck' });
  return eventually(() => {
    const replies = helper.messages(helpdeskChannel).filter(({ thread_ts }) => thread_ts === root);
    const card = replies.find(({ text }) => text.startsWith('Ticket #'));
    if (card === undefined) throw new Error('There is no card under the message yet.');
    return card;
  });
}

const lastTold = () => stack.sandbox.ephemerals(ben).at(-1);

describe('what is told to one person alone', () => {
  test('stands in the thread of the message that was clicked', async () => {
    const card = await cardInThread();
    stack.gate.shut();

    await stack.person(ben).pressesOn(card, 'Edit');

    expect(lastTold()).toMatchObject({
      channel: helpdeskChannel,
      thread_ts: card.thread_ts,
      text: expect.stringContaining('cannot be reached'),
    });
  });

  test('stands in the thread of the message a shortcut was used on', async () => {
    const card = await cardInThread();
    stack.gate.shut();

    await stack.person(ben).uses('ticket.from-message', helpdeskChannel, card.ts);

    expect(lastTold()).toMatchObject({ thread_ts: card.thread_ts });
  });

  test('stands in the channel when the clicked message is the root of its thread', async () => {
    const { thread_ts: ts } = await cardInThread();
    stack.gate.shut();

    await stack.person(ben).uses('ticket.from-message', helpdeskChannel, ts ?? '');

    expect(lastTold()?.thread_ts).toBeUndefined();
    expect(lastTold()?.text).toContain('cannot be reached');
  });

  test('goes the way Slack offers where the bot is no member', async () => {
    const card = { ...(await cardInThread()), channel: 'C03LIBRARY' };
    const sink = await startResponseSink();
    const action = { type: 'button', action_id: 'ticket.edit.open', value: 'user:1:1' };
    stack.gate.shut();

    await sendSigned({
      stack,
      body: clickBody({ card, as: { id: ben, name: 'ben' }, action, responseUrl: sink.url }),
    });
    await sink.stop();

    expect(sink.answers).toMatchObject([
      {
        response_type: 'ephemeral',
        replace_original: false,
        text: expect.stringContaining('cannot be reached'),
      },
    ]);
  });
});

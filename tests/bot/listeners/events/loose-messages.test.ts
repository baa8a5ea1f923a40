import type { SandboxMessage, SlackJson } from 'slack-sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../../demo-campus.ts';
import { fileTicket } from '../../../support/api.ts';
import { eventually } from '../../../support/eventually.ts';
import { eventBody, sendSigned } from '../../signed-request.ts';
import { ada, ben, chloe, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

const helper = { id: ben, name: 'Ben Hartmann', role: 'helpdesk' } as const;

/** Closes what earlier tests left open, so that each begins with tickets of its own. */
async function closeAll(stack: StackWithPeople): Promise<void> {
  const { client } = stack.api;
  const { tickets } = await client.listTickets({ role: 'helpdesk', status: 'open,active', limit: 100 });
  for (const { number, status } of tickets) {
    if (status === 'open') await client.changeTicket({ number, actor: helper, status: 'active' });
    await client.changeTicket({ number, actor: helper, status: 'closed' });
  }
  await stack.bot.settled();
}

describe('a message to the bot outside every ticket’s thread', () => {
  let stack: StackWithPeople;
  beforeAll(async () => {
    stack = await startStackWithPeople();
  });
  afterAll(() => stack.stop());

  /** A ticket of Ada's, with a question of the helpdesk when `asked` is given. */
  const ticket = async ({ description, asked }: { description: string; asked?: string }): Promise<number> => {
    const actor = { id: ada, name: 'Ada Okafor', role: 'user' };
    const { number } = await fileTicket(stack.api, { actor, description });
    if (asked !== undefined) await stack.api.client.postMessage({ number, actor: helper, body: asked });
    await stack.bot.settled();
    return number;
  };
  const dmOf = async (id: string): Promise<string> => {
    await stack.sandbox.act({ type: 'open_dm', as: id, with: stack.sandbox.botUserId });
    const { conversations } = stack.sandbox.snapshot(id);
    const dm = conversations.find(
      ({ kind, memberIds }) => kind === 'im' && memberIds.includes(stack.sandbox.botUserId),
    );
    return dm?.id ?? '';
  };
  /** Writes in the DM with the bot; answers the timestamp. */
  const write = async (text: string, { as = ada, threadTs }: { as?: string; threadTs?: string } = {}) => {
    const said = await stack.person(as).says(await dmOf(as), text, threadTs);
    if (!said.ok || said.ts === undefined) throw new Error('Not said.');
    await stack.sandbox.settled();
    return said.ts;
  };
  /** What the bot answered after a message, where it stands. */
  const answers = (ts: string, as = ada): SandboxMessage[] =>
    stack
      .person(as)
      .messages('dm')
      .filter(message => message.ts > ts && message.user === stack.sandbox.botUserId);
  const deliver = (event: SlackJson) =>
    sendSigned({ stack, body: eventBody(event), type: 'application/json' });
  const bodies = async (number: number) =>
    (await stack.api.client.listMessages({ number, role: 'helpdesk' })).messages.map(({ body }) => body);

  test('goes to the one ticket that waits for its author, and says so', async () => {
    await closeAll(stack);
    await ticket({ description: 'A window is broken' });
    const number = await ticket({ description: 'No WiFi', asked: 'Which room?' });

    const ts = await write('Room 2.14');

    expect(await bodies(number)).toEqual(['Which room?', 'Room 2.14']);
    expect(answers(ts).map(({ text }) => text)).toEqual([
      expect.stringContaining(`Added to ticket #${number}`),
    ]);
    await stack.bot.settled();
    const copies = stack.person(ben).messages(helpdeskChannel);
    expect(copies.filter(({ text }) => text === 'Ada Okafor: Room 2.14')).toHaveLength(1);
  });

  test('goes to the ticket that is followed, under what helpdesk answered to everybody', async () => {
    await closeAll(stack);
    await ticket({ description: 'A window is broken', asked: 'Which one?' });
    const { number } = await fileTicket(stack.api, { actor: helper, description: 'No WiFi' });
    const actor = { id: ada, name: 'Ada Okafor', role: 'user' } as const;
    await stack.api.client.followTicket({ number, userId: ada, actor });
    await stack.api.client.postMessage({ number, actor: helper, body: 'It should work now', toAll: true });
    await stack.bot.settled();
    const root = stack.person(ada).messages('dm').at(-1);

    const ts = await write('Not in my room', { ...(root && { threadTs: root.ts }) });

    expect(root?.text).toContain('It should work now');
    expect(await bodies(number)).toEqual(['It should work now', 'Not in my room']);
    expect(answers(ts).map(({ text }) => text)).toEqual([
      expect.stringContaining(`Added to ticket #${number}`),
    ]);
  });

  test('that went to a ticket changes and goes with the one in Slack', async () => {
    await closeAll(stack);
    const number = await ticket({ description: 'No WiFi', asked: 'Which room?' });
    const dm = await dmOf(ada);
    const ts = await write('Rom 2.14');

    await stack.person(ada).edits(dm, ts, 'Room 2.14');
    await stack.sandbox.settled();
    const edited = await bodies(number);
    await stack.person(ada).deletes(dm, ts);
    await stack.sandbox.settled();

    expect(edited).toEqual(['Which room?', 'Room 2.14']);
    const { messages } = await stack.api.client.listMessages({ number });
    expect(messages.at(-1)).toMatchObject({ deletedAt: expect.any(String) });
  });

  test('that went to a ticket goes with the one in Slack, also with replies under it', async () => {
    await closeAll(stack);
    const number = await ticket({ description: 'No WiFi', asked: 'Which room?' });
    const ts = await write('Room 2.14');
    await write('By the window', { threadTs: ts });

    await stack.person(ada).deletes(await dmOf(ada), ts);
    await stack.sandbox.settled();

    const { messages } = await stack.api.client.listMessages({ number });
    expect(messages.slice(1)).toMatchObject([
      { deletedAt: expect.any(String) },
      { body: 'By the window', deletedAt: null },
    ]);
  });

  test('reads right when its edit arrives first, and is answered once', async () => {
    await closeAll(stack);
    const number = await ticket({ description: 'No WiFi', asked: 'Which room?' });
    const channel = await dmOf(ada);
    stack.sandbox.trouble.set({ dropEvents: true });
    const ts = await write('Rom 2.14');
    stack.sandbox.trouble.reset();
    const message = { type: 'message', user: ada, text: 'Rom 2.14', ts };
    const editedAt = `${Number(ts.split('.')[0]) + 1}.000100`;
    const edit = {
      subtype: 'message_changed',
      hidden: true,
      channel,
      channel_type: 'im',
      ts: editedAt,
      event_ts: editedAt,
      message: { ...message, text: 'Room 2.14', edited: { user: ada, ts: editedAt } },
      previous_message: message,
    };

    await deliver(edit);
    await deliver({ ...message, channel, channel_type: 'im', event_ts: ts });

    expect(await bodies(number)).toEqual(['Which room?', 'Room 2.14']);
    expect(answers(ts)).toHaveLength(1);
  });

  test('is asked about when no ticket waits, and goes to the one that is pressed', async () => {
    await closeAll(stack);
    const first = await ticket({ description: 'No WiFi' });
    const second = await ticket({ description: 'A window is broken' });
    const ts = await write('It is the blue one');
    const [answer] = answers(ts);

    await stack.person(ada).pressesOn(answer as SandboxMessage, `Add to #${first}`);

    expect(JSON.stringify(answer?.blocks)).toMatch(new RegExp(`Add to #${second}.*Add to #${first}`));
    expect(await bodies(first)).toEqual(['It is the blue one']);
    expect(await bodies(second)).toEqual([]);
    expect(answers(ts)).toMatchObject([
      { ts: answer?.ts, text: expect.stringContaining(`Added to ticket #${first}`) },
    ]);
  });

  test('is asked about when several tickets wait', async () => {
    await closeAll(stack);
    const numbers = [
      await ticket({ description: 'No WiFi', asked: 'Which room?' }),
      await ticket({ description: 'A window is broken', asked: 'Which floor?' }),
    ];

    const ts = await write('Second');

    expect(answers(ts)).toMatchObject([{ text: expect.stringContaining('Where does it belong?') }]);
    for (const number of numbers) expect(await bodies(number)).toHaveLength(1);
  });

  test('becomes a report of somebody who has no ticket', async () => {
    const ts = await write('The wifi & the printer are down', { as: chloe });
    const user = stack.person(chloe);
    const [answer] = answers(ts, chloe);

    await user.pressesOn(answer as SandboxMessage, 'Report a problem');
    const form = user.reads();
    await user.files({ description: 'The wifi & the printer are down' });

    expect(form).toContain('"initial_value":"The wifi & the printer are down"');
    expect(user.reads()).toContain('Its card is in your direct messages');
    const { tickets } = await stack.api.client.listTickets({ reporter: chloe });
    expect(tickets).toMatchObject([{ description: 'The wifi & the printer are down' }]);
  });

  test('is heard as a reply to the bot’s own answer too, and answered there', async () => {
    await closeAll(stack);
    const number = await ticket({ description: 'No WiFi', asked: 'Which room?' });
    const ts = await write('Room 2.14');
    const root = answers(ts)[0]?.ts ?? '';
    await stack.api.client.postMessage({ number, actor: helper, body: 'By the window?' });
    await stack.bot.settled();

    const reply = await write('No, by the door', { threadTs: root });

    expect(await bodies(number)).toEqual(['Which room?', 'Room 2.14', 'By the window?', 'No, by the door']);
    expect(answers(reply)).toMatchObject([{ thread_ts: root }]);
  });

  test('is stored and answered once, however often it is delivered', async () => {
    await closeAll(stack);
    const number = await ticket({ description: 'No WiFi', asked: 'Which room?' });
    stack.sandbox.trouble.set({ duplicateEvents: true });

    const ts = await write('Room 2.14');
    stack.sandbox.trouble.reset();

    expect(await bodies(number)).toEqual(['Which room?', 'Room 2.14']);
    expect(answers(ts)).toHaveLength(1);
  });

  test('is answered once when the bot does not learn that it has answered', async () => {
    await closeAll(stack);
    await ticket({ description: 'No WiFi' });
    stack.sandbox.trouble.set({ dropEvents: true });
    const ts = await write('Room 2.14');
    stack.sandbox.trouble.reset();
    stack.sandbox.trouble.set({ methods: { 'chat.postMessage': { kind: 'answer_lost', times: 1 } } });
    const event = {
      channel: await dmOf(ada),
      channel_type: 'im',
      user: ada,
      text: 'Room 2.14',
      ts,
      event_ts: ts,
    };
    const deliver = () => sendSigned({ stack, body: eventBody(event), type: 'application/json' });

    const statuses = [(await deliver()).status, (await deliver()).status];

    expect(statuses).toEqual([500, 200]);
    expect(answers(ts)).toHaveLength(1);
  });
});

describe('a mention of the bot', () => {
  let stack: StackWithPeople;
  beforeAll(async () => {
    stack = await startStackWithPeople();
  });
  afterAll(() => stack.stop());

  const mention = async (text: string, threadTs?: string): Promise<string> => {
    const said = await stack.person(ben).says(helpdeskChannel, `@campus desk ${text}`, threadTs);
    if (!said.ok || said.ts === undefined) throw new Error('Not said.');
    await stack.sandbox.settled();
    return said.ts;
  };
  const asked = () => stack.sandbox.ephemerals(ben).filter(({ text }) => text.includes('Report it'));

  test('is asked about, alone and once, and becomes a ticket with its card in the thread', async () => {
    stack.sandbox.trouble.set({ duplicateEvents: true });
    const ts = await mention('the lift is stuck');
    stack.sandbox.trouble.reset();
    const questions = asked();
    const user = stack.person(ben);

    await user.pressesOn(questions[0] as SandboxMessage, 'Report this');
    const form = user.reads();
    await user.files({ description: 'the lift is stuck' });

    expect(questions).toMatchObject([{ channel: helpdeskChannel }]);
    expect(form).toContain('"initial_value":"the lift is stuck"');
    const thread = await eventually(() => stack.api.client.findThread({ channel: helpdeskChannel, ts }));
    expect(thread.side).toBe('reporter');
  });

  test('in somebody’s thread is asked about there', async () => {
    const said = await stack.person(ben).says(helpdeskChannel, 'The heating is off');
    const root = said.ok ? (said.ts ?? '') : '';

    await mention('can you help?', root);

    expect(asked().at(-1)).toMatchObject({ thread_ts: root });
  });

  test('in a ticket’s thread is a message of the ticket, and nothing else', async () => {
    const { number } = await fileTicket(stack.api, { actor: { id: ada, name: 'Ada', role: 'user' } });
    await stack.bot.settled();
    const threads = await stack.api.client.listThreads({ number });
    const before = asked().length;

    await mention('is it done?', threads.find(({ side }) => side === 'helpdesk')?.ts);

    expect(asked()).toHaveLength(before);
    const { messages } = await stack.api.client.listMessages({ number, role: 'helpdesk' });
    expect(messages).toHaveLength(1);
  });
});

import type { SlackRef } from '@campus-desk/contract';
import type { SandboxMessage } from 'slack-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fileTicket } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { ada, ben, chloe, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';
import { dropFile } from '../sync/support/drop-file.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

type Ticket = { number: number; helpdesk: SlackRef; reporter: SlackRef; card: () => SandboxMessage };

async function filed(): Promise<Ticket> {
  const { number } = await fileTicket(stack.api, { actor: { id: ada, name: 'Ada Okafor', role: 'user' } });
  const bound = await eventually(async () => {
    const known = await stack.api.client.listThreads({ number });
    expect(known).toHaveLength(2);
    return known;
  });
  const [helpdesk, reporter] = ['helpdesk', 'reporter'].map(side => {
    const { channel = '', ts = '' } = bound.find(thread => thread.side === side) ?? {};
    return { channel, ts };
  }) as [SlackRef, SlackRef];
  const card = () => {
    const found = stack
      .person(ben)
      .messages(helpdesk.channel)
      .find(({ ts }) => ts === helpdesk.ts);
    if (found === undefined) throw new Error('There is no card.');
    return found;
  };
  return { number, helpdesk, reporter, card };
}

async function says(ticket: Ticket, text: string): Promise<SlackRef> {
  const { channel, ts: root } = ticket.helpdesk;
  const said = await stack.person(ben).says(channel, text, root);
  await settled();
  return { channel, ts: said.ok ? (said.ts ?? '') : '' };
}
async function settled(): Promise<void> {
  await stack.sandbox.settled();
  await stack.bot.settled();
}
const known = async ({ number }: Ticket) =>
  (await stack.api.client.listMessages({ number, role: 'helpdesk' })).messages;
const under = (person: string, { channel, ts: root }: SlackRef) =>
  stack
    .person(person)
    .messages(channel === '' ? 'dm' : channel)
    .filter(({ thread_ts, ts }) => thread_ts === root && ts !== root);
const texts = (person: string, root: SlackRef) => under(person, root).map(({ text }) => text);

describe('a message that begins with ;;', () => {
  test.each([
    [';; Ada has called three times', 'Ada has called three times'],
    ['  ;;blanks before', 'blanks before'],
    [';;\nnext line <!channel>', 'next line <!channel>'],
    ['*;; bold*', '*bold*'],
    ['；；from another keyboard', 'from another keyboard'],
    [`;; ${'long '.repeat(598)}end`, `${'long '.repeat(598)}end`],
    [';;', ';;'],
  ])('is a note: %j', async (text, body) => {
    const ticket = await filed();

    await says(ticket, text);

    expect(await known(ticket)).toMatchObject([
      { internal: true, body, actor: { id: ben, role: 'helpdesk' } },
    ]);
    expect(texts(ada, ticket.reporter)).toEqual([]);
  });

  test('is none where the reporter writes', async () => {
    const ticket = await filed();

    await stack.person(ada).says(ticket.reporter.channel, ';; is that so?', ticket.reporter.ts);
    await settled();

    expect(await known(ticket)).toMatchObject([{ internal: false, body: ';; is that so?' }]);
    expect(texts(ben, ticket.helpdesk)).toEqual(['Ada Okafor: ;; is that so?']);
  });

  test('stays a note when ;; is taken away, and its writer learns that once', async () => {
    const ticket = await filed();
    const { channel, ts } = await says(ticket, ';; Ada again');
    const hints = () =>
      stack
        .person(ben)
        .ephemerals()
        .filter(text => text.includes('stays a note'));

    for (const text of ['Ada again', 'Ada, again']) {
      await stack.person(ben).edits(channel, ts, text);
      await settled();
    }

    expect(await known(ticket)).toMatchObject([{ internal: true, body: 'Ada, again' }]);
    expect(texts(ada, ticket.reporter)).toEqual([]);
    expect(hints()).toEqual([
      'This stays a note: the reporter does not see it. To say it to them, write it again without ;; at the beginning.',
    ]);
  });

  test('takes back the copy when ;; is added later, with its photo', async () => {
    const ticket = await filed();
    const photo = await dropFile({ sandbox: stack.sandbox, as: ben, name: 'photo.png' });
    const { channel, ts: threadTs } = ticket.helpdesk;
    const shared = { as: ben, channel, threadTs, text: 'Look', fileIds: [photo.id] };
    const said = await stack.sandbox.act({ type: 'say', ...shared });
    await settled();
    expect(under(ada, ticket.reporter)).toHaveLength(2);

    await stack.person(ben).edits(channel, said.ok ? (said.ts ?? '') : '', ';; Look');
    await settled();

    expect(under(ada, ticket.reporter)).toEqual([]);
    expect(await known(ticket)).toMatchObject([{ internal: true, body: 'Look' }]);
    const [filing, ...more] = (await stack.api.client.listEvents({ number: ticket.number })).events;
    expect([filing?.type, more]).toEqual(['ticket.filed', []]);
  });

  test('goes when it is deleted', async () => {
    const ticket = await filed();
    const { channel, ts } = await says(ticket, ';; Ada again');

    await stack.person(ben).deletes(channel, ts);
    await settled();

    expect(await known(ticket)).toMatchObject([{ internal: true, body: '', deletedAt: expect.any(String) }]);
    expect(texts(ada, ticket.reporter)).toEqual([]);
  });

  test('is no answer: the ticket still waits for helpdesk', async () => {
    const ticket = await filed();
    const move = async () => (await stack.api.client.getTicket({ number: ticket.number, role: 'user' })).move;

    await says(ticket, ';; Ada again');
    expect(await move()).toBe('helpdesk');
    const { channel, ts } = await says(ticket, 'Which room?');
    expect(await move()).toBe('reporter');
    await stack.person(ben).edits(channel, ts, ';; Which room?');
    await settled();

    expect(await move()).toBe('helpdesk');
  });

  test('under a closed ticket is kept, and not answered', async () => {
    const ticket = await filed();
    const actor = { id: ben, name: 'Ben Hartmann', role: 'helpdesk' } as const;
    for (const status of ['active', 'closed'] as const)
      await stack.api.client.changeTicket({ number: ticket.number, actor, status });
    await settled();
    const before = texts(ben, ticket.helpdesk);

    await says(ticket, ';; it was the fuse');

    expect(await known(ticket)).toMatchObject([{ internal: true, late: true }]);
    expect(texts(ben, ticket.helpdesk)).toEqual([...before, ';; it was the fuse']);
  });
});

describe('“Note” in the menu of the card', () => {
  test('stands in the helpdesk thread as a note, and nowhere else', async () => {
    const ticket = await filed();
    const helper = stack.person(ben);

    await helper.chooses(ticket.card(), 'Note');
    expect(helper.titles()).toEqual([`Note on #${ticket.number}`]);
    await helper.submits({ body: 'The fuse <!channel> again' });
    await settled();

    expect(helper.titles()).toEqual([]);
    expect(texts(ben, ticket.helpdesk)).toEqual([
      'Ben Hartmann (note, only helpdesk sees it): The fuse &lt;!channel&gt; again',
    ]);
    expect(texts(ada, ticket.reporter)).toEqual([]);
  });

  test('says what is missing in an empty note, and keeps the words while the API is away', async () => {
    const ticket = await filed();
    const helper = stack.person(ben);
    await helper.chooses(ticket.card(), 'Note');

    const empty = await helper.submits({ body: '   ' });
    stack.gate.shut();
    const away = await helper.submits({ body: 'The fuse' });
    stack.gate.open();
    await helper.submits({ body: 'The fuse' });
    await helper.chooses(ticket.card(), 'Note');

    expect(JSON.stringify(empty)).toContain('complete this required field');
    expect(JSON.stringify(away)).toContain('cannot be reached');
    expect(await known(ticket)).toMatchObject([{ body: 'The fuse', internal: true }]);
  });
});

describe('“What was done?”', () => {
  test('takes no note, because the reporter reads it', async () => {
    const ticket = await filed();
    const helper = stack.person(ben);
    await helper.pressesOn(ticket.card(), 'Start work');
    await settled();
    await helper.pressesOn(ticket.card(), 'Close');

    const answer = await helper.submits({ closingNote: ';; Ada broke it herself' });

    expect(JSON.stringify(answer)).toContain('The reporter reads this.');
    const { status } = await stack.api.client.getTicket({ number: ticket.number, role: 'helpdesk' });
    expect(status).toBe('active');
  });
});

describe('the modal of a ticket', () => {
  test('shows notes to helpdesk, named as such, and lets helpdesk write one as a reply', async () => {
    const ticket = await filed();
    await says(ticket, ';; The fuse');
    const helper = stack.person(chloe);
    await helper.types(`${ticket.number} as helpdesk`);
    expect(helper.reads()).toContain('The fuse');
    expect(helper.reads()).toContain('note that only helpdesk sees');

    await helper.presses('Reply');
    await helper.submits({ body: ';; I have one' });
    await settled();

    expect((await known(ticket)).map(({ internal, body }) => [internal, body])).toEqual([
      [true, 'The fuse'],
      [true, 'I have one'],
    ]);
    await stack.person(ada).types(`${ticket.number}`);
    expect(stack.person(ada).reads()).toContain('No messages yet.');
  });
});

describe('catching up', () => {
  const away = async (work: () => Promise<void>, ticket: Ticket) => {
    stack.sandbox.trouble.set({ appDown: true });
    await work();
    await stack.sandbox.settled();
    stack.sandbox.trouble.set({ appDown: false });
    await stack.person(ben).types(`sync ${ticket.number}`);
    await settled();
  };

  test('finds notes that were written, and marks that were added, while the bot was away', async () => {
    const ticket = await filed();
    const { channel, ts } = await says(ticket, 'Which room?');

    await away(async () => {
      await stack.person(ben).says(channel, ';; Ada again', ticket.helpdesk.ts);
      await stack.person(ben).edits(channel, ts, ';; Which room?');
    }, ticket);

    expect((await known(ticket)).map(({ internal, body }) => [internal, body])).toEqual([
      [true, 'Which room?'],
      [true, 'Ada again'],
    ]);
    expect(texts(ada, ticket.reporter)).toEqual([]);
  });

  test('leaves a note a note whose mark was taken away meanwhile', async () => {
    const ticket = await filed();
    const { channel, ts } = await says(ticket, ';; Ada again');

    await away(async () => {
      await stack.person(ben).edits(channel, ts, 'Ada, again');
    }, ticket);

    expect(await known(ticket)).toMatchObject([{ internal: true, body: 'Ada, again' }]);
    expect(texts(ada, ticket.reporter)).toEqual([]);
  });
});

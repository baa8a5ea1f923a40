import type { SlackRef } from '@campus-desk/contract';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { threads } from '../../../../db/index.ts';
import { fileTicket } from '../../../support/api.ts';
import { eventually } from '../../../support/eventually.ts';
import { eventBody, sendSigned } from '../../signed-request.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

/** A new ticket with its two threads, as soon as they are there. */
async function ticketWithThreads(): Promise<{ number: number; helpdesk: SlackRef; reporter: SlackRef }> {
  const { number } = await fileTicket(stack.api, { actor: { id: ada, name: 'Ada Okafor', role: 'user' } });
  const bound = await eventually(async () => {
    const known = await stack.api.client.listThreads({ number });
    expect(known).toHaveLength(2);
    return known;
  });
  const rootOf = (side: string) => {
    const { channel = '', ts = '' } = bound.find(thread => thread.side === side) ?? {};
    return { channel, ts };
  };
  return { number, helpdesk: rootOf('helpdesk'), reporter: rootOf('reporter') };
}

async function messagesOf(number: number) {
  return (await stack.api.client.listMessages({ number })).messages;
}

describe('a message in a thread', () => {
  test('is one by helpdesk under the card of the helpdesk, one by the user under the reporter’s', async () => {
    const { number, helpdesk, reporter } = await ticketWithThreads();

    await stack.person(ben).says(helpdesk.channel, 'Which room & floor? <really>', helpdesk.ts);
    await stack.sandbox.settled();
    await stack.person(ada).says(reporter.channel, 'Room 2.14\nby the window', reporter.ts);
    await stack.sandbox.settled();

    expect(await messagesOf(number)).toMatchObject([
      { body: 'Which room & floor? <really>', actor: { id: ben, name: 'Ben Hartmann', role: 'helpdesk' } },
      { body: 'Room 2.14\nby the window', actor: { id: ada, name: 'Ada Okafor', role: 'user' } },
    ]);
  });

  test('is kept when it is written before the thread of the card is known', async () => {
    const { number, helpdesk, reporter } = await ticketWithThreads();
    await stack.api.db.delete(threads).where(eq(threads.ticketNumber, number));

    await stack.person(ben).says(helpdesk.channel, 'Which room?', helpdesk.ts);
    await stack.sandbox.settled();
    await stack.person(ada).says(reporter.channel, 'Room 2.14', reporter.ts);
    await stack.sandbox.settled();

    expect(await messagesOf(number)).toMatchObject([
      { body: 'Which room?', actor: { id: ben, role: 'helpdesk' } },
      { body: 'Room 2.14', actor: { id: ada, role: 'user' } },
    ]);
  });

  test('asks whose thread it is once for several in a row', async () => {
    const { number, helpdesk } = await ticketWithThreads();
    const before = stack.gate.count('GET /v1/threads');

    for (const words of ['Which room?', 'And which floor?', 'Found it']) {
      await stack.person(ben).says(helpdesk.channel, words, helpdesk.ts);
      await stack.sandbox.settled();
    }

    expect(await messagesOf(number)).toHaveLength(3);
    expect(stack.gate.count('GET /v1/threads')).toBe(before + 1);
  });

  test('is none when it stands in no ticket’s thread', async () => {
    const said = await stack.person(ben).says('C02GENERAL', 'hello');
    const before = stack.gate.count('POST /v1/tickets/1/messages');

    await stack.person(ben).says('C02GENERAL', 'hello again', said.ok ? said.ts : '');
    await stack.sandbox.settled();

    expect(stack.gate.count('POST /v1/tickets/1/messages')).toBe(before);
  });

  test('changes and goes with the one in Slack', async () => {
    const { number, helpdesk } = await ticketWithThreads();
    const helper = stack.person(ben);
    const said = await helper.says(helpdesk.channel, 'Which rom?', helpdesk.ts);
    const ts = said.ok ? (said.ts ?? '') : '';
    await stack.sandbox.settled();

    await helper.edits(helpdesk.channel, ts, 'Which room?');
    await stack.sandbox.settled();
    const [edited] = await messagesOf(number);
    await helper.deletes(helpdesk.channel, ts);
    await stack.sandbox.settled();
    const [deleted] = await messagesOf(number);

    expect(edited).toMatchObject({ body: 'Which room?', editedAt: expect.any(String) });
    expect(deleted).toMatchObject({ id: edited?.id, deletedAt: expect.any(String) });
  });

  test('is stored once, however often it is delivered', async () => {
    const { number, helpdesk } = await ticketWithThreads();
    const event = said({ thread: helpdesk, ts: '1800000001.000100', text: 'Which room?' });

    for (let sent = 0; sent < 3; sent += 1) await deliver(event);

    expect(await messagesOf(number)).toHaveLength(1);
  });

  test('reads right when its edit arrives first', async () => {
    const { number, helpdesk } = await ticketWithThreads();
    const event = said({ thread: helpdesk, ts: '1800000002.000100', text: 'Which rom?' });
    const edit = edited({ event, text: 'Which room?' });

    await deliver(edit);
    await deliver(event);

    expect(await messagesOf(number)).toMatchObject([{ body: 'Which room?' }]);
  });

  test('stays deleted when its deletion arrives first', async () => {
    const { number, helpdesk } = await ticketWithThreads();
    const event = said({ thread: helpdesk, ts: '1800000003.000100', text: 'Wrong thread' });

    await deliver(deleted(event));
    await deliver(edited({ event, text: 'Wrong thread!' }));
    await deliver(event);

    expect(await messagesOf(number)).toMatchObject([{ deletedAt: expect.any(String) }]);
  });

  test('keeps its files by name with a link', async () => {
    const { number, helpdesk } = await ticketWithThreads();
    const file = {
      id: 'F1',
      name: 'photo.jpg',
      mimetype: 'image/jpeg',
      size: 48213,
      permalink: 'https://x.slack.com/f',
    };
    const event = {
      ...said({ thread: helpdesk, ts: '1800000004.000100', text: '' }),
      subtype: 'file_share',
      files: [file],
    };

    await deliver(event);

    expect(await messagesOf(number)).toMatchObject([
      {
        body: '',
        files: [{ name: 'photo.jpg', mimeType: 'image/jpeg', size: 48213, url: 'https://x.slack.com/f' }],
      },
    ]);
  });

  test('keeps what it forwards', async () => {
    const { number, helpdesk } = await ticketWithThreads();
    const forwarded = { is_share: true, text: 'the lamp is &lt;out&gt;', fallback: '[no preview]' };
    const event = said({ thread: helpdesk, ts: '1800000015.000100', text: '' });

    await deliver({ ...event, attachments: [forwarded] });

    expect(await messagesOf(number)).toMatchObject([{ body: 'the lamp is <out>' }]);
  });

  test('is stored where Slack says null, and its file has an odd name', async () => {
    const { number, helpdesk } = await ticketWithThreads();
    const file = { name: `\u0000${'x'.repeat(498)}\ud83d\ude00`, permalink: 'https://x.slack.com/f' };
    const event = said({ thread: helpdesk, ts: '1800000006.000100', text: 'Which room?' });

    const status = await deliver({ ...event, subtype: null, edited: null, attachments: null, files: [file] });

    expect(status).toBe(200);
    expect(await messagesOf(number)).toMatchObject([
      { body: 'Which room?', files: [{ name: `${'x'.repeat(498)}\ud83d\ude00` }] },
    ]);
  });

  test('that cannot be read in full is counted', async () => {
    const { helpdesk } = await ticketWithThreads();
    const event = said({ thread: helpdesk, ts: '1800000007.000100', text: 'Which room?' });

    await deliver({ ...event, files: 'none' });

    const metrics = await (await fetch(`${stack.bot.url}/metrics`)).text();
    expect(metrics).toMatch(/^campus_desk_unread_messages_total\{.*\} 1$/m);
  });

  test('is kept under a card that was posted anew elsewhere in the meantime', async () => {
    const { number, helpdesk } = await ticketWithThreads();
    const anew = { channel: helpdesk.channel, ts: '1800000009.000100' };
    await stack.api.client.bindThread({ number, side: 'helpdesk', ...anew });

    await stack.person(ben).says(helpdesk.channel, 'Which room?', helpdesk.ts);
    await stack.sandbox.settled();

    expect(await messagesOf(number)).toMatchObject([{ body: 'Which room?' }]);
    expect(await stack.api.client.findThread(anew)).toMatchObject({ ticketNumber: number });
  });

  test('asks Slack for nobody’s name where there is no ticket', async () => {
    const { helpdesk } = await ticketWithThreads();
    const asked = () => stack.sandbox.traffic().filter(({ what }) => what === 'users.info').length;
    const before = asked();
    const thread = { channel: helpdesk.channel, ts: '1700000000.000100' };

    await deliver(said({ thread, ts: '1800000007.000100', text: 'Ask <@U0STRANGER>' }));

    expect(asked()).toBe(before);
  });

  test('that Slack never delivered is found by /ticket sync', async () => {
    const { number, helpdesk } = await ticketWithThreads();
    const helper = stack.person(ben);
    stack.sandbox.trouble.set({ dropEvents: true });
    await helper.says(helpdesk.channel, 'Which room?', helpdesk.ts);
    stack.sandbox.trouble.reset();

    await helper.types(`sync ${number}`);
    await helper.types(`sync ${number}`);

    expect(helper.ephemerals().slice(-2)).toEqual(['1 message recovered', `Ticket #${number} is complete.`]);
    expect(await messagesOf(number)).toMatchObject([{ body: 'Which room?' }]);
  });

  test('is asked for again by Slack’s own repetition when the API was away', async () => {
    const { number, helpdesk } = await ticketWithThreads();
    stack.gate.shut();
    const event = said({ thread: helpdesk, ts: '1800000005.000100', text: 'Which room?' });
    const first = await deliver(event);
    stack.gate.open();
    const second = await deliver(event);

    expect([first, second]).toEqual([503, 200]);
    expect(await messagesOf(number)).toMatchObject([{ body: 'Which room?' }]);
  });
});

async function deliver(event: object): Promise<number> {
  return (await sendSigned({ stack, body: eventBody({ ...event }), type: 'application/json' })).status;
}

function said({ thread, ts, text }: { thread: SlackRef; ts: string; text: string }) {
  const { channel, ts: thread_ts } = thread;
  return { channel, channel_type: 'channel', user: ben, text, ts, thread_ts, event_ts: ts };
}

function edited({ event, text }: { event: ReturnType<typeof said>; text: string }) {
  const { channel, channel_type, ...message } = event;
  const ts = '1800000100.000100';
  return {
    subtype: 'message_changed',
    hidden: true,
    channel,
    channel_type,
    ts,
    event_ts: ts,
    message: { type: 'message', ...message, text, edited: { user: ben, ts } },
    previous_message: { type: 'message', ...message },
  };
}

function deleted(event: ReturnType<typeof said>) {
  const { channel, channel_type, ...message } = event;
  const ts = '1800000200.000100';
  return {
    subtype: 'message_deleted',
    hidden: true,
    channel,
    channel_type,
    ts,
    event_ts: ts,
    deleted_ts: event.ts,
    previous_message: { type: 'message', ...message },
  };
}

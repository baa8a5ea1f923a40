import { LogLevel, WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../../demo-campus.ts';
import { eventually } from '../../../support/eventually.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterAll(() => stack.stop());

/** Somebody writes in a channel or thread; answers the timestamp. */
async function say(as: string, channel: string, text: string, threadTs?: string): Promise<string> {
  const said = await stack.person(as).says(channel, text, threadTs);
  if (!said.ok || said.ts === undefined) throw new Error('Not said.');
  return said.ts;
}

describe('“Create ticket” on a message', () => {
  test('takes the message as description and its thread so far as conversation', async () => {
    const channel = helpdeskChannel;
    const root = await say(ben, channel, 'The lift & the door are stuck');
    await say('U06CHLOE', channel, 'Since Monday', root);
    await say(ben, channel, 'Both floors', root);
    const user = stack.person(ben);

    await user.uses('ticket.from-message', channel, root);
    const form = user.reads();
    await user.files({ description: 'The lift & the door are stuck' });
    const filed = user.reads();
    const { tickets } = await stack.api.client.listTickets({ limit: 1 });
    const [ticket] = tickets;
    const number = ticket?.number ?? 0;

    expect(form).toContain('"initial_value":"The lift & the door are stuck"');
    expect(form).not.toContain('Only this message goes along');
    expect(filed).toContain('Its card is in the thread of the message');
    expect(ticket?.source?.permalink).toContain(`/archives/${channel}/p${root.replace('.', '')}`);
    await eventually(async () => {
      const { messages } = await stack.api.client.listMessages({ number });
      expect(messages).toMatchObject([{ body: 'Since Monday' }, { body: 'Both floors' }]);
    });
    expect(await stack.api.client.findThread({ channel, ts: root })).toMatchObject({
      ticketNumber: number,
      side: 'reporter',
    });
  });

  test('takes along what the thread began with, which changes and goes with the one in Slack', async () => {
    const channel = helpdeskChannel;
    const root = await say(ben, channel, 'Is the hosts rack ok?');
    const reply = await say('U06CHLOE', channel, 'It beeps all day', root);
    const user = stack.person(ben);
    await user.uses('ticket.from-message', channel, reply);
    await user.files({ description: 'It beeps all day' });
    const { tickets } = await stack.api.client.listTickets({ limit: 1 });
    const number = tickets[0]?.number ?? 0;
    const messages = async () => (await stack.api.client.listMessages({ number })).messages;
    await eventually(async () =>
      expect(await messages()).toMatchObject([{ body: 'Is the hosts rack ok?', deletedAt: null }]),
    );

    await user.edits(channel, root, 'Is the host rack ok?');
    await stack.sandbox.settled();
    const edited = await messages();
    await user.deletes(channel, root);
    await stack.sandbox.settled();

    expect(edited).toMatchObject([{ body: 'Is the host rack ok?', deletedAt: null }]);
    expect(await messages()).toMatchObject([{ deletedAt: expect.any(String) }]);
  });

  test('leads to the ticket when the message stands in a ticket’s thread already', async () => {
    const channel = helpdeskChannel;
    const root = await say(ben, channel, 'A window is broken');
    const user = stack.person(ben);
    await user.uses('ticket.from-message', channel, root);
    await user.files({ description: 'A window is broken' });
    const [title] = user.titles();
    await eventually(() => stack.api.client.findThread({ channel, ts: root }));
    const reply = await say(ben, channel, 'Second floor', root);

    await user.uses('ticket.from-message', channel, reply);

    expect(user.titles()).toEqual([title?.replace(' filed', '')]);
  });

  test('reads the blocks of a message that has no text', async () => {
    const slack = new WebClient(stack.sandbox.botToken, {
      slackApiUrl: stack.sandbox.apiUrl,
      logLevel: LogLevel.ERROR,
    });
    const text = { type: 'mrkdwn', text: '*Disk full* on srv &amp; db' } as const;
    const posted = await slack.chat.postMessage({
      channel: helpdeskChannel,
      blocks: [{ type: 'section', text }],
      text: '',
    });
    const user = stack.person(ben);

    await user.uses('ticket.from-message', helpdeskChannel, posted.ts ?? '');

    expect(user.reads()).toContain('"initial_value":"*Disk full* on srv & db"');
  });

  test.each([
    ['where the bot is', helpdeskChannel, ben],
    ['where it is not', 'C03LIBRARY', ada],
  ])('makes one ticket of a message %s, and the second who sends is told', async (_, channel, first) => {
    const root = await say(first, channel, 'The printer is out of paper');
    const one = stack.person(first);
    const other = stack.person('U06CHLOE');
    await one.uses('ticket.from-message', channel, root);
    await other.uses('ticket.from-message', channel, root);
    await one.files({ description: 'The printer is out of paper' });

    const second = await other.files({ description: 'No paper in the printer' });

    expect(JSON.stringify(second)).not.toContain('filed');
    expect(JSON.stringify(other.view())).toContain('A ticket has been made of this message already.');
    const { tickets } = await stack.api.client.listTickets({ limit: 1 });
    expect(tickets[0]).toMatchObject({ description: 'The printer is out of paper', reporter: { id: first } });
  });

  test('works where the bot is not, and says before Send that the thread stays behind', async () => {
    const root = await say(ada, 'C03LIBRARY', 'No WiFi here');
    const user = stack.person(ada);

    await user.uses('ticket.from-message', 'C03LIBRARY', root);
    const form = user.reads();
    const sent = await user.files({ description: 'No WiFi here' });

    expect(form).toContain('Only this message goes along');
    expect(sent).toEqual({ ok: true });
    expect(user.reads()).toContain('Its card is in your direct messages');
    const { tickets } = await stack.api.client.listTickets({ limit: 1 });
    expect(tickets[0]).toMatchObject({ description: 'No WiFi here', reporter: { id: ada } });
  });
});

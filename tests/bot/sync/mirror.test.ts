import type { Message, ThreadSide } from '@campus-desk/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ids } from '../../../bot/ids.ts';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { ada, ben, openStage, type Process, type Stage } from './support/stage.ts';

describe('sync, with messages', () => {
  let stage: Stage;
  let process: Process;

  beforeEach(async () => {
    stage = await openStage();
    process = stage.startWork();
    await file();
    await process.work.settled();
  });
  afterEach(() => stage.close());

  const file = (filing: object = {}) =>
    stage.wires.client.fileTicket(
      { description: 'No WiFi', actor: ada, ...filing },
      { idempotencyKey: crypto.randomUUID() },
    );
  /** Writes into a thread in Slack, and stores it as the message listener does. */
  const reply = async (side: ThreadSide, text: string, posting: object = {}): Promise<Message> => {
    const actor = side === 'helpdesk' ? ben : ada;
    const [card] = await stage.thread({ number: 1, side });
    const { channel = '', ts: threadTs = '' } = card ?? {};
    const said = await stage.sandbox.act({ type: 'say', as: actor.id, channel, threadTs, text });
    const ts = said.ok ? (said.ts ?? '') : '';
    const origin = { channel, ts };
    return stage.wires.client.postMessage({ number: 1, actor, body: text, origin, ...posting });
  };
  const replies = async (side: ThreadSide) => (await stage.thread({ number: 1, side })).slice(1);
  const texts = async (side: ThreadSide) => (await replies(side)).map(({ text }) => text);

  test('a reply in one thread stands in the other with its author’s name, once', async () => {
    await reply('helpdesk', 'Which room?');
    await process.work.settled();
    await reply('reporter', 'Room 2.14');

    await process.work.settled();

    expect(await texts('reporter')).toEqual(['Ben: Which room?', 'Room 2.14']);
    expect(await texts('helpdesk')).toEqual(['Which room?', 'Ada: Room 2.14']);
  });

  test('what the helpdesk writes mentions the reporter in their thread, also after an edit', async () => {
    const { id } = await reply('helpdesk', 'Which rom, <@U05BEN>?');
    await process.work.settled();
    const mentioned = async (side: ThreadSide) =>
      JSON.stringify((await replies(side)).map(({ blocks }) => blocks)).match(/"user_id":"[^"]+"/g);
    const first = await mentioned('reporter');
    await stage.wires.client.editMessage({ id, actor: ben, body: 'Which room?', editedTs: '1.5' });
    await stage.wires.client.postMessage({ number: 1, actor: ben, body: 'By the window?' });

    await process.work.settled();

    expect(first).toEqual([`"user_id":"${ada.id}"`]);
    expect(await mentioned('reporter')).toEqual([`"user_id":"${ada.id}"`, `"user_id":"${ada.id}"`]);
    expect(await mentioned('helpdesk')).toBeNull();
  });

  test('what the reporter writes mentions nobody', async () => {
    await reply('reporter', 'Room 2.14, <@U05BEN>');

    await process.work.settled();

    expect(JSON.stringify(await replies('helpdesk'))).not.toContain('"user_id"');
  });

  test('a message from a modal stands in both threads', async () => {
    await stage.wires.client.postMessage({ number: 1, actor: ada, body: 'It works again' });

    await process.work.settled();

    expect(await texts('reporter')).toEqual(['Ada: It works again']);
    expect(await texts('helpdesk')).toEqual(['Ada: It works again']);
  });

  test('line breaks, emoji and files get across, and markup stays text', async () => {
    const body = 'first :tada: :campus:\n*second* <!channel> & <https://x.org|y>';
    const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', size: 48_213, url: 'https://files.example/1' };
    await stage.wires.client.postMessage({ number: 1, actor: ben, body, files: [photo] });

    await process.work.settled();

    const [copy] = await replies('reporter');
    expect(copy?.text).toBe(
      'Ben: first :tada: :campus:\n*second* &lt;!channel&gt; &amp; &lt;https://x.org|y&gt;\n[photo.jpg (image/jpeg, 47 KB)]',
    );
    expect(copy?.blocks).toMatchObject([
      {
        type: 'rich_text',
        elements: [
          {
            elements: [
              { type: 'text', text: 'Ben' },
              { type: 'text', text: ' to ' },
              { type: 'user', user_id: ada.id },
              { type: 'text', text: '\nfirst 🎉 ' },
              { type: 'emoji', name: 'campus' },
              { type: 'text', text: '\n*second* <!channel> & <https://x.org|y>' },
            ],
          },
        ],
      },
      {
        elements: [
          {
            elements: [
              { elements: [{ type: 'link', url: photo.url, text: 'photo.jpg (image/jpeg, 47 KB)' }] },
            ],
          },
        ],
      },
    ]);
  });

  test('an edit changes the copy, a deletion leaves a tombstone', async () => {
    const { id } = await reply('helpdesk', 'Which rom?');
    await process.work.settled();
    await stage.wires.client.editMessage({ id, actor: ben, body: 'Which room?', editedTs: '1.5' });
    await process.work.settled();
    const edited = await replies('reporter');
    await stage.wires.client.deleteMessage({ id, actor: ben });

    await process.work.settled();

    expect(edited.map(({ text }) => text)).toEqual(['Ben: Which room?']);
    expect(JSON.stringify(edited[0]?.blocks)).toContain('(edited)');
    expect(await texts('reporter')).toEqual(['Ben: (message deleted)']);
  });

  test('what was edited before it was shown is shown once, as it reads now', async () => {
    await process.work.stop();
    const { id } = await reply('helpdesk', 'Which rom?');
    await stage.wires.client.editMessage({ id, actor: ben, body: 'Which room?', editedTs: '1.5' });

    await stage.startWork().work.settled();

    expect(await texts('reporter')).toEqual(['Ben: Which room?']);
    // The two cards say that it is the reporter's turn; the copy is left alone.
    expect(stage.calls('chat.update')).toBe(2);
  });

  test('a copy that somebody deleted stays deleted', async () => {
    const { id } = await reply('helpdesk', 'Which rom?');
    await process.work.settled();
    const [copy] = await replies('reporter');
    await process.wires.slack.chat.delete({ channel: copy?.channel ?? '', ts: copy?.ts ?? '' });
    await stage.wires.client.editMessage({ id, actor: ben, body: 'Which room?', editedTs: '1.5' });

    await process.work.settled();

    expect(await texts('reporter')).toEqual([]);
    expect(stage.errors).toEqual([]);
  });

  test('a late message is answered once, in its thread, with the way to a follow-up', async () => {
    await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'active' });
    await process.work.settled();
    await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'closed' });
    await process.work.settled();
    await reply('reporter', 'Broken again');
    await process.work.settled();
    await reply('reporter', 'Hello?');
    await reply('helpdesk', 'Me too');

    await process.work.settled();

    const answers = [...(await replies('reporter')), ...(await replies('helpdesk'))].filter(({ text }) =>
      text.includes('is closed'),
    );
    expect(answers).toHaveLength(1);
    expect((await texts('reporter')).slice(2, 5)).toEqual(['Broken again', answers[0]?.text, 'Hello?']);
    expect(JSON.stringify(answers[0]?.blocks)).toContain(ids.followUp.open);
    expect((await texts('helpdesk')).slice(-3)).toEqual(['Ada: Broken again', 'Me too', 'Ada: Hello?']);
  });

  test('a ticket made from a message has its reporter card under that message', async () => {
    const { sandbox, wires } = stage;
    const channel = helpdeskChannel;
    const said = await sandbox.act({ type: 'say', as: ben.id, channel, text: 'The printer is on fire' });
    const ts = said.ok ? (said.ts ?? '') : '';
    const { permalink = '' } = await wires.slack.chat.getPermalink({ channel, message_ts: ts });
    await file({ description: 'The printer is on fire', source: { permalink } });
    await process.work.settled();
    await wires.client.changeTicket({ number: 2, actor: ben, status: 'active' });

    await process.work.settled();

    const thread = await stage.thread({ number: 2, side: 'reporter' });
    expect(thread.map(({ text }) => text)).toEqual([
      'The printer is on fire',
      expect.stringMatching(/^Ticket #2 in progress/),
      'Ben started work on ticket #2.',
    ]);
  });

  test('a ticket made where the bot is not keeps its reporter card in the DM', async () => {
    const permalink = `${stage.sandbox.url}/archives/C03LIBRARY/p1760000000000100`;
    await file({ source: { permalink } });

    await process.work.settled();

    const [card] = await stage.thread({ number: 2, side: 'reporter' });
    expect(card?.text).toMatch(/^Ticket #2 filed/);
    expect(card?.channel).toMatch(/^D/);
    expect(stage.errors).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { ada, ben, openStage, type Process, type Stage } from './support/stage.ts';

describe('what Slack notifies people of', () => {
  let stage: Stage;
  let process: Process;

  beforeEach(async () => {
    stage = await openStage();
    process = stage.startWork();
    await stage.wires.client.fileTicket({ description: 'No WiFi', actor: ada }, { idempotencyKey: 'one' });
    await process.work.settled();
  });
  afterEach(() => stage.close());

  const write = async (actor: typeof ben, body: string) => {
    await stage.wires.client.postMessage({ number: 1, actor, body });
    await process.work.settled();
  };
  const start = async () => {
    await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'active' });
    await process.work.settled();
  };
  const notified = (id: string) => stage.sandbox.notifications(id).map(({ text }) => text);

  test('is the answer of the reporter, to whoever started work', async () => {
    await write(ada, 'Before anybody works on it');
    await start();

    await write(ada, 'Room 2.14');

    expect(notified(ben.id)).toEqual(['<@U05BEN>: Ticket #1 is yours.', 'Ada: Room 2.14']);
  });

  test('is the question of the helpdesk and the end, to the reporter', async () => {
    await start();
    await write(ben, 'Which room?');
    await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'closed' });
    await process.work.settled();

    expect(notified(ada.id)).toEqual([
      expect.stringContaining('Ticket #1 closed'),
      expect.stringContaining('Which room?'),
      '<@U01ADA>: Ben closed ticket #1.',
    ]);
  });

  test('is the answer in a new thread too, when a card was posted anew', async () => {
    await start();
    const [card] = await stage.thread({ number: 1, side: 'helpdesk' });
    await process.wires.slack.chat.delete({ channel: card?.channel ?? '', ts: card?.ts ?? '' });

    await stage.wires.client.changeTicket({ number: 1, actor: ada, location: 'Library' });
    await process.work.settled();
    await write(ada, 'Room 2.14');

    expect(notified(ben.id)).toContain('Ada: Room 2.14');
  });

  test('is nothing that people only wrote to look like a mention', async () => {
    await write(ada, '<@U05BEN> <!channel> @here');

    expect(notified(ben.id)).toEqual([]);
  });
});

describe('people who are guests, with names of their own choice', () => {
  test('are called what they call themselves, and a name mentions nobody', async () => {
    const people = { [ada.id]: { displayName: 'Ada <@U05BEN>', guest: 'single' as const } };
    const stage = await openStage({ people });
    const { work } = stage.startWork();
    await stage.wires.client.fileTicket({ description: 'No WiFi', actor: ada }, { idempotencyKey: 'one' });
    await work.settled();
    const [card] = await stage.thread({ number: 1, side: 'reporter' });
    const { channel = '', ts: threadTs = '' } = card ?? {};

    await stage.sandbox.act({ type: 'say', as: ada.id, channel, threadTs, text: 'Room 2.14' });
    await work.catchUp(1);
    await work.settled();

    const [, copy] = await stage.thread({ number: 1, side: 'helpdesk' });
    expect(copy?.text).toBe('Ada &lt;@U05BEN&gt;: Room 2.14');
    expect(stage.sandbox.notifications(ben.id)).toEqual([]);
    await stage.close();
  });
});

describe('a reporter who has left', () => {
  test('keeps nobody from working on their ticket', async () => {
    const stage = await openStage();
    const { work } = stage.startWork();
    stage.sandbox.trouble.set({ deactivated: [ada.id] });

    await stage.wires.client.fileTicket({ description: 'No WiFi', actor: ada }, { idempotencyKey: 'one' });
    await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'active' });
    await work.settled();

    const thread = await stage.thread({ number: 1, side: 'helpdesk' });
    expect(thread.map(({ text }) => text)).toEqual([
      expect.stringContaining('Active'),
      '<@U05BEN>: Ticket #1 is yours.',
    ]);
    expect(stage.errors).toMatchObject([{ reason: 'user_disabled', where: 'DM with U01ADA' }]);
    await stage.close();
  });
});

describe('an app that was created anew', () => {
  test('doubles no card of helpdesk, and writes to reporters in its own direct messages', async () => {
    const stage = await openStage({ keepsWorkspace: true });
    const first = stage.startWork();
    await stage.wires.client.fileTicket({ description: 'No WiFi', actor: ada }, { idempotencyKey: 'one' });
    await first.work.settled();
    await first.work.stop();
    const [before] = await stage.thread({ number: 1, side: 'helpdesk' });

    await stage.createAppAnew();
    const { work } = stage.startWork();
    await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'active' });
    await work.settled();
    await stage.wires.client.postMessage({ number: 1, actor: ben, body: 'Which room?' });
    await work.settled();

    const helpdesk = await stage.thread({ number: 1, side: 'helpdesk' });
    expect(helpdesk[0]?.ts).toBe(before?.ts);
    expect(helpdesk.map(({ text }) => text)).toEqual([
      expect.stringContaining('Open'),
      expect.stringContaining('Active'),
      '<@U05BEN>: Ticket #1 is yours.',
      expect.stringContaining('(Waiting for Ada)'),
      'Ben: Which room?',
    ]);
    const reporter = await stage.thread({ number: 1, side: 'reporter' });
    expect(reporter.map(({ text }) => text)).toEqual([
      expect.stringContaining('Active'),
      'Ben started work on ticket #1.',
      expect.stringContaining('Which room?'),
    ]);
    expect(reporter[0]?.user).toBe(stage.sandbox.botUserId);
    await stage.close();
  });

  test('says once what two changes made of a ticket that both were seen with', async () => {
    const stage = await openStage({ keepsWorkspace: true });
    const first = stage.startWork();
    await stage.wires.client.fileTicket({ description: 'No WiFi', actor: ada }, { idempotencyKey: 'one' });
    await first.work.settled();
    await first.work.stop();
    await stage.createAppAnew();
    const { work, wires } = stage.startWork();
    wires.cut.set('readSubject', 'not-sent');
    const asked = vi.spyOn(wires.cut, 'get');
    await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'active' });
    await eventually(() => expect(asked).toHaveBeenCalledWith('readSubject'));
    await stage.wires.client.postMessage({ number: 1, actor: ben, body: 'Which room?' });

    wires.cut.clear();
    await work.settled();

    const helpdesk = await stage.thread({ number: 1, side: 'helpdesk' });
    expect(helpdesk.map(({ text }) => text).filter(text => text.includes('Active'))).toHaveLength(1);
    await stage.close();
  });
});

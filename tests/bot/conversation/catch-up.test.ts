import type { ThreadSide } from '@campus-desk/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ada, ben, openStage, type Process, type Stage } from '../sync/support/stage.ts';

// No app listens to the sandbox here, so nothing that people write is ever delivered.
describe('catching up', () => {
  let stage: Stage;
  let process: Process;

  beforeEach(async () => {
    stage = await openStage();
    process = stage.startSync();
    await stage.wires.client.fileTicket({ description: 'No WiFi', actor: ada }, { idempotencyKey: 'one' });
    await process.sync.settle();
  });
  afterEach(() => stage.close());

  const say = async (side: ThreadSide, text: string) => {
    const [card] = await stage.thread({ number: 1, side });
    const { channel = '', ts: threadTs = '' } = card ?? {};
    const as = side === 'helpdesk' ? ben.id : ada.id;
    const said = await stage.sandbox.act({ type: 'say', as, channel, threadTs, text });
    return { as, channel, ts: said.ok ? (said.ts ?? '') : '' };
  };
  const stored = async () => {
    const { messages } = await stage.wires.client.listMessages({ number: 1 });
    return messages.map(({ actor, body, deletedAt }) => [
      `${actor.name}, ${actor.role}`,
      deletedAt === null ? body : null,
    ]);
  };
  const texts = async (side: ThreadSide) =>
    (await stage.thread({ number: 1, side })).slice(1).map(({ text }) => text);

  test('stores what was missed in both threads, and shows it on the other side', async () => {
    await say('helpdesk', 'Which room?');
    await say('reporter', 'Room 2.14 & the hall');

    expect(await process.sync.catchUp(1)).toEqual({ recovered: 2 });
    await process.sync.settle();

    expect(await stored()).toEqual(
      [
        ['Ben Hartmann', 'helpdesk', 'Which room?'],
        ['Ada Okafor', 'user', 'Room 2.14 & the hall'],
      ].map(([name, role, body]) => [`${name}, ${role}`, body]),
    );
    expect(await texts('reporter')).toEqual(['Room 2.14 &amp; the hall', 'Ben Hartmann: Which room?']);
    expect(await process.sync.catchUp(1)).toEqual({ recovered: 0 });
  });

  test('stores the edits and deletions that were missed', async () => {
    const kept = await say('helpdesk', 'Which rom?');
    const gone = await say('helpdesk', 'Never mind');
    await process.sync.catchUp(1);
    await stage.clock.advance(1_000);
    await stage.sandbox.act({ type: 'edit', ...kept, text: 'Which room?' });
    await stage.sandbox.act({ type: 'delete', ...gone });

    expect(await process.sync.catchUp(1)).toEqual({ recovered: 2 });
    await process.sync.settle();

    expect(await stored()).toEqual([
      ['Ben Hartmann, helpdesk', 'Which room?'],
      ['Ben Hartmann, helpdesk', null],
    ]);
    expect(await texts('reporter')).toEqual(['Ben Hartmann: Which room?', 'Ben Hartmann: (message deleted)']);
  });

  test('reads every page of a long thread', async () => {
    const [card] = await stage.thread({ number: 1, side: 'reporter' });
    const { channel = '', ts: thread_ts = '' } = card ?? {};
    const post = (text: string) => stage.wires.slack.chat.postMessage({ channel, thread_ts, text });
    await Promise.all(Array.from({ length: 205 }, (_, count) => post(`line ${count}`)));
    await say('reporter', 'the last one');

    expect(await process.sync.catchUp(1)).toEqual({ recovered: 1 });
  });

  test('happens by itself when a process takes over', async () => {
    await process.sync.stop();
    await say('reporter', 'Anybody there?');

    await stage.startSync().sync.settle();

    expect(await texts('helpdesk')).toEqual(['Ada Okafor: Anybody there?']);
  });

  test('leaves out closed tickets and threads that Slack does not show', async () => {
    await process.sync.stop();
    await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'active' });
    await say('reporter', 'Anybody there?');
    stage.sandbox.trouble.set({
      methods: { 'conversations.replies': { kind: 'error', error: 'not_in_channel' } },
    });

    await stage.startSync().sync.settle();

    expect(await stored()).toEqual([]);
  });
});

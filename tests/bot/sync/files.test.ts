import type { Message, ThreadSide } from '@campus-desk/contract';
import type { SandboxMessage, SlackFile } from 'slack-sandbox';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dropFile, png } from './support/drop-file.ts';
import { ada, ben, openStage, type Process, type Stage } from './support/stage.ts';

describe('sync, with files', () => {
  let stage: Stage;
  let process: Process;

  beforeEach(async () => {
    stage = await openStage({ timeoutMs: 300 });
    process = stage.startWork();
    await stage.wires.client.fileTicket(
      { description: 'No WiFi', actor: ada },
      { idempotencyKey: crypto.randomUUID() },
    );
    await process.work.settled();
  });
  afterEach(() => stage.close());

  const drop = (as: string, name: string) => dropFile({ sandbox: stage.sandbox, as, name });
  const kept = ({ name, mimetype: mimeType, size, permalink: url = '' }: SlackFile) => ({
    name,
    mimeType,
    size,
    url,
  });

  /** Shares files in a thread in Slack, and stores the message as the message listener does. */
  const share = async (side: ThreadSide, text: string, files: SlackFile[]): Promise<Message> => {
    const actor = side === 'helpdesk' ? ben : ada;
    const [card] = await stage.thread({ number: 1, side });
    const { channel = '', ts: threadTs = '' } = card ?? {};
    const fileIds = files.map(({ id }) => id);
    const said = await stage.sandbox.act({ type: 'say', as: actor.id, channel, threadTs, text, fileIds });
    const origin = { channel, ts: said.ok ? (said.ts ?? '') : '' };
    return stage.wires.client.postMessage({ number: 1, actor, body: text, origin, files: files.map(kept) });
  };
  const replies = async (side: ThreadSide) => (await stage.thread({ number: 1, side })).slice(1);
  const shared = (messages: SandboxMessage[]) =>
    messages.flatMap(({ user, files = [] }) => (user === stage.sandbox.botUserId ? files : []));
  const bytesSeenBy = async (as: string, { id }: SlackFile) =>
    Buffer.from(await (await fetch(`${stage.sandbox.url}/sandbox/files/${id}?as=${as}`)).arrayBuffer());
  const texts = async (side: ThreadSide) => (await replies(side)).map(({ text }) => text);

  test.each([
    { from: 'reporter', to: 'helpdesk', writer: ada, reader: ben },
    { from: 'helpdesk', to: 'reporter', writer: ben, reader: ada },
  ] as const)('a photo shared by the $from stands in the other thread, for $reader.name', async act => {
    const photo = await drop(act.writer.id, 'photo.png');
    await share(act.from, 'This one', [photo]);

    await process.work.settled();

    const [copy, ...more] = shared(await replies(act.to));
    expect(more).toEqual([]);
    expect(copy).toMatchObject({ title: 'photo.png', mimetype: 'image/png' });
    expect(await bytesSeenBy(act.reader.id, copy as SlackFile)).toEqual(png);
    expect(await texts(act.to)).toEqual([
      `${act.writer.name}: This one\n[photo.png (image/png, ${png.length} B)]`,
      `From ${act.writer.name}`,
    ]);
    expect(shared(await replies(act.from))).toEqual([]);
  });

  test('several files come in their order, also those of one name', async () => {
    const names = ['image.png', 'image.png', 'notes.txt'];
    const files = [];
    for (const name of names) files.push(await drop(ada.id, name));
    await share('reporter', '', files);

    await process.work.settled();

    expect(shared(await replies('helpdesk')).map(({ title }) => title)).toEqual(names);
  });

  test('what is written after a photo stands below it', async () => {
    stage.sandbox.trouble.set({ slowFiles: true });
    await share('reporter', '', [await drop(ada.id, 'photo.png')]);
    await share('reporter', 'The red light', []);

    await process.work.settled();

    expect((await texts('helpdesk')).slice(1)).toEqual(['From Ada', 'Ada: The red light']);
  });

  test('an edit uploads nothing again', async () => {
    const { id } = await share('reporter', 'Thsi', [await drop(ada.id, 'photo.png')]);
    await process.work.settled();
    await stage.wires.client.editMessage({ id, actor: ada, body: 'This', editedTs: '1.5' });

    await process.work.settled();

    expect(shared(await replies('helpdesk'))).toHaveLength(1);
    expect(stage.calls('files.getUploadURLExternal')).toBe(1);
  });

  test('a deleted message takes the copies of its files with it', async () => {
    const { id } = await share('reporter', 'Oops', [
      await drop(ada.id, 'a.png'),
      await drop(ada.id, 'b.png'),
    ]);
    await process.work.settled();
    const [copy] = shared(await replies('helpdesk'));
    await stage.wires.client.deleteMessage({ id, actor: ada });

    await process.work.settled();

    expect(await texts('helpdesk')).toEqual(['Ada: (message deleted)']);
    expect((await fetch(`${stage.sandbox.url}/sandbox/files/${copy?.id}`)).status).toBe(404);
  });

  test('a message deleted while its photo was copied leaves no photo', async () => {
    process.wires.cut.set('acknowledge', 'not-sent');
    const { id } = await share('reporter', 'Oops', [await drop(ada.id, 'photo.png')]);
    await stage.sandbox.until(() => shared(stage.posts()).length === 1);
    await stage.wires.client.deleteMessage({ id, actor: ada });
    process.wires.cut.clear();
    await stage.clock.advance(40_000);

    await process.work.settled();

    expect(await texts('helpdesk')).toEqual(['Ada: (message deleted)']);
  });

  test.each([
    { method: 'files.completeUploadExternal', kind: 'answer_lost' },
    { method: 'files.completeUploadExternal', kind: 'answer_hangs' },
    { method: 'files.completeUploadExternal', kind: 'server_error' },
    { method: 'files.completeUploadExternal', kind: 'rate_limited' },
    { method: 'files.getUploadURLExternal', kind: 'answer_lost' },
    { method: 'files.info', kind: 'server_error' },
    { method: 'conversations.replies', kind: 'answer_lost' },
  ] as const)('a photo is there once after $kind of $method', async ({ method, kind }) => {
    stage.sandbox.trouble.set({ slowFiles: true, methods: { [method]: { kind, times: 2 } } });
    await share('reporter', 'This', [await drop(ada.id, 'photo.png')]);

    await process.work.settled();
    await stage.clock.advance(25_000);

    expect(shared(await replies('helpdesk'))).toHaveLength(1);
  });

  test.each(['rememberCopy', 'acknowledge', 'readSubject'] as const)(
    'a photo is there once when the answer to %s is lost for a while',
    async method => {
      process.wires.cut.set(method, 'answer-lost');
      await share('reporter', 'This', [await drop(ada.id, 'photo.png')]);
      await stage.clock.advance(5000);
      process.wires.cut.clear();

      await process.work.settled();

      expect(shared(await replies('helpdesk'))).toHaveLength(1);
    },
  );

  test('a photo is there once when the bot is killed before it knows that Slack took it', async () => {
    stage.sandbox.trouble.set({ methods: { 'files.completeUploadExternal': { kind: 'answer_hangs' } } });
    await share('reporter', 'This', [await drop(ada.id, 'photo.png')]);
    await stage.sandbox.until(() => shared(stage.posts()).length === 1);
    process.wires.kill();
    stage.sandbox.trouble.reset();
    await stage.clock.advance(31_000);

    await stage.startWork().work.settled();

    expect(shared(await replies('helpdesk'))).toHaveLength(1);
  });

  test('a second copy that Slack makes late for a bot it replaced is taken away', async () => {
    await process.work.stop();
    await share('reporter', 'This', [await drop(ada.id, 'photo.png')]);
    const next = stage.startWork();
    await next.work.settled();
    const [first] = (await replies('helpdesk')).filter(({ files }) => files);
    const { channel = '', thread_ts = '', files: [{ name = '' } = {}] = [] } = first ?? {};
    await stage.wires.slack.filesUploadV2({ channel_id: channel, thread_ts, file: png, filename: name });
    await stage.clock.advance(1000);
    await stage.sandbox.settled();
    expect(shared(await replies('helpdesk'))).toHaveLength(2);

    await stage.clock.advance(25_000);

    expect((await replies('helpdesk')).filter(({ files }) => files)).toMatchObject([{ ts: first?.ts }]);
  });

  test('a login page is never taken for a photo: the operator learns why', async () => {
    stage.sandbox.trouble.set({ lockedFiles: true });
    await share('reporter', '', [await drop(ada.id, 'photo.png')]);

    await process.work.settled();

    expect((await texts('helpdesk'))[1]).toBe('photo.png could not be copied here. Ask Ada for it.');
    expect(stage.errors).toMatchObject([
      { reason: 'file_not_readable: a login page', advice: expect.stringContaining('files:read') },
    ]);
  });

  test('what Slack refuses to store is named with whom to ask', async () => {
    const error = 'storage_limit_reached';
    stage.sandbox.trouble.set({ methods: { 'files.getUploadURLExternal': { kind: 'error', error } } });
    await share('reporter', '', [await drop(ada.id, 'photo.png')]);

    await process.work.settled();

    expect((await texts('helpdesk'))[1]).toBe('photo.png could not be copied here. Ask Ada for it.');
    expect(stage.errors).toMatchObject([{ reason: error, where: 'files' }]);
  });

  test('a photo whose message is gone by then is not copied', async () => {
    await process.work.stop();
    const { origin } = await share('reporter', '', [await drop(ada.id, 'photo.png')]);
    await stage.sandbox.act({
      type: 'delete',
      as: ada.id,
      channel: origin?.channel ?? '',
      ts: origin?.ts ?? '',
    });

    await stage.startWork().work.settled();

    expect(shared(await replies('helpdesk'))).toEqual([]);
  });
});

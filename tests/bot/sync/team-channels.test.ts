import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { dropFile } from './support/drop-file.ts';
import { ada, ben, openStage, type Process, type Stage } from './support/stage.ts';

const itTeam = 'C04IT';
const facilityTeam = 'C05FACILITY';

describe('with a channel per category', () => {
  let stage: Stage;
  let process: Process;

  beforeEach(async () => {
    stage = await openStage({ helpdeskChannels: { it: itTeam, facility: facilityTeam } });
    process = stage.startWork();
  });
  afterEach(() => stage.close());

  const file = async (description: string) => {
    await stage.wires.client.fileTicket({ description, actor: ada }, { idempotencyKey: crypto.randomUUID() });
    await process.work.settled();
  };
  const change = async (
    input: Omit<Parameters<typeof stage.wires.client.changeTicket>[0], 'number' | 'actor'>,
  ) => {
    await stage.wires.client.changeTicket({ number: 1, actor: ben, ...input });
    await process.work.settled();
  };
  const say = async (body: string, origin?: { channel: string; ts: string }) => {
    const actor = origin === undefined ? ada : ben;
    await stage.wires.client.postMessage({ number: 1, actor, body, ...(origin && { origin }) });
    await process.work.settled();
  };
  const card = async () => {
    const threads = await stage.wires.client.listThreads({ number: 1 });
    return threads.find(({ side }) => side === 'helpdesk');
  };
  const under = (ref: { channel: string; ts: string } | undefined) =>
    stage.posts().filter(({ thread_ts: root, ts }) => root === ref?.ts && ts !== root);
  const at = (ref: { channel: string; ts: string } | undefined) =>
    stage.posts().find(({ ts }) => ts === ref?.ts);

  test('a card stands in the channel of its team, or where all others are worked', async () => {
    await file('The WiFi in the library is down');
    await file('The lecturer was rude to me and nobody answers my complaint');

    expect((await card())?.channel).toBe(itTeam);
    const threads = await stage.wires.client.listThreads({ number: 2 });
    expect(threads.find(({ side }) => side === 'helpdesk')?.channel).toBe(helpdeskChannel);
  });

  test('a changed category moves the card with the conversation, and the old one says where it went', async () => {
    await file('The WiFi in the library is down');
    const before = await card();
    await say('It went down at nine');
    await say('Which room?', { channel: itTeam, ts: '1700000000.000100' });

    await change({ category: 'facility' });

    const after = await card();
    expect(after?.channel).toBe(facilityTeam);
    expect(at(after)?.text).toContain('Facility management');
    expect(at(before)?.text).toBe(`Ticket #1 has moved to <#${facilityTeam}>.`);
    expect(JSON.stringify(at(before)?.blocks)).not.toContain('action_id');
    expect(under(before).at(-1)?.text).toBe('Ticket #1 goes on in a new thread.');
    expect(under(after).map(({ text }) => text)).toEqual(['Ada: It went down at nine', 'Ben: Which room?']);
  });

  test('notes go along as notes, and never to the reporter', async () => {
    await file('The WiFi in the library is down');
    const note = (body: string, ts: string) =>
      stage.wires.client.postMessage({
        number: 1,
        actor: ben,
        body,
        internal: true,
        origin: { channel: itTeam, ts },
      });
    const { id } = await note('Ada again', '1700000000.000100');

    await change({ category: 'facility' });
    await stage.wires.client.editMessage({ id, actor: ben, body: 'Ada, again' });
    await note('In the old thread', '1700000000.000200');
    await process.work.settled();

    expect(under(await card()).map(({ text }) => text)).toEqual([
      'Ben (note, only helpdesk sees it): Ada, again',
      'Ben (note, only helpdesk sees it): In the old thread',
    ]);
    const [reporters] = await stage.thread({ number: 1, side: 'reporter' });
    expect(JSON.stringify(under(reporters))).not.toMatch(/again|old thread/);
  });

  test('photos go along to the new channel, and away with their message', async () => {
    await file('The WiFi in the library is down');
    const photo = await dropFile({ sandbox: stage.sandbox, as: ada.id, name: 'lamp.png' });
    const threads = await stage.wires.client.listThreads({ number: 1 });
    const { channel = '', ts: threadTs = '' } = threads.find(({ side }) => side === 'reporter') ?? {};
    const shared = { as: ada.id, channel, threadTs, text: 'This', fileIds: [photo.id] };
    const said = await stage.sandbox.act({ type: 'say', ...shared });
    const origin = { channel, ts: said.ok ? (said.ts ?? '') : '' };
    const files = [{ name: 'lamp.png', mimeType: 'image/png', size: photo.size, url: photo.permalink ?? '' }];
    const { id } = await stage.wires.client.postMessage({
      number: 1,
      actor: ada,
      body: 'This',
      origin,
      files,
    });
    await process.work.settled();
    const before = await card();
    const filesUnder = (ref: typeof before) => under(ref).flatMap(({ files = [] }) => files);

    await change({ category: 'facility' });

    const after = await card();
    expect(filesUnder(after).map(({ title }) => title)).toEqual(['lamp.png']);
    await stage.wires.client.deleteMessage({ id, actor: ada });
    await process.work.settled();
    expect([...filesUnder(before), ...filesUnder(after)]).toEqual([]);
  });

  test('what was written on either side of the move stands once in the new thread', async () => {
    await file('The WiFi in the library is down');
    await process.work.stop();
    const old = await card();
    const thread = { channel: itTeam, ts: old?.ts ?? '' };
    await stage.wires.client.postMessage({ number: 1, actor: ada, body: 'Before' });
    await stage.wires.client.changeTicket({ number: 1, actor: ben, category: 'facility' });
    await stage.wires.client.postMessage({ number: 1, actor: ada, body: 'After' });
    await stage.wires.client.postMessage({
      number: 1,
      actor: ben,
      body: 'In the old thread',
      origin: { ...thread, ts: '1700000000.000200' },
    });
    process = stage.startWork();
    await process.work.settled();

    const texts = under(await card()).map(({ text }) => text);
    expect(texts.filter(text => /Before|After|In the old/.test(text ?? '')).toSorted()).toEqual([
      'Ada: After',
      'Ada: Before',
      'Ben: In the old thread',
    ]);
  });

  test('edits and deletions follow what was carried along', async () => {
    await file('The WiFi in the library is down');
    await say('It went down at nine');
    await change({ category: 'facility' });
    const { messages } = await stage.wires.client.listMessages({ number: 1 });
    await stage.wires.client.editMessage({ id: messages[0]?.id ?? '', actor: ada, body: 'At ten' });
    await process.work.settled();

    expect(under(await card()).map(({ text }) => text)).toEqual(['Ada: At ten']);
  });

  test('where Slack refuses the new channel the old card stays true, and the card moves once it may', async () => {
    await file('The WiFi in the library is down');
    const before = await card();
    const refused = { kind: 'error', error: 'not_in_channel' } as const;
    stage.sandbox.trouble.set({ methods: { 'chat.postMessage': refused } });
    await change({ category: 'facility' });
    expect(await card()).toEqual(before);
    expect(at(before)?.text).toContain('Facility management');
    expect(stage.errors).toMatchObject([{ reason: 'not_in_channel', where: facilityTeam }]);

    stage.sandbox.trouble.reset();
    await stage.wires.client.retryOutbox({ ticketNumber: 1 });
    await process.work.settled();

    expect((await card())?.channel).toBe(facilityTeam);
  });

  test('a card that moves back is one card, and a closed one stays where it is', async () => {
    await file('The WiFi in the library is down');
    await change({ category: 'facility' });
    await change({ category: 'it' });
    const back = await card();
    expect(back?.channel).toBe(itTeam);
    expect(at(back)?.text).toContain('Technical IT');

    await change({ status: 'active' });
    await change({ status: 'closed', closingNote: 'Done' });

    expect(await card()).toEqual(back);
    expect(at(back)?.text).toContain('Closed');
  });
});

import type { Actor } from '@campus-desk/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textsIn } from '../../../bot/ui/texts/texts.ts';
import { english } from '../../support/english.ts';
import { ada, ben, liam, openStage, type Stage } from './support/stage.ts';

const chloe: Actor = { id: 'U06CHLOE', name: 'Chloé', role: 'helpdesk' };
const rosa = 'U04ROSA';

describe('sync, with others who have the same problem', () => {
  let stage: Stage;

  /** Ada's ticket, of which Liam's is a duplicate, and that Ben follows. */
  beforeEach(async () => {
    const person = async (id: string) => textsIn(id === rosa ? 'es' : 'en');
    stage = await openStage({ timeoutMs: 300, textsFor: { ...english, person } });
    for (const actor of [ada, liam])
      await stage.wires.client.fileTicket(
        { description: 'No WiFi', actor },
        { idempotencyKey: crypto.randomUUID() },
      );
    await change(2, { duplicateOf: 1 });
    await stage.api.call(`PUT /v1/tickets/1/followers/${ben.id}`, { actor: ben });
    const before = stage.startWork();
    await before.work.settled();
    await before.work.stop();
  });
  afterEach(() => stage.close());

  const change = (number: number, values: object) =>
    stage.wires.client.changeTicket({ number, actor: chloe, ...values });
  const answerAll = (body: string) =>
    stage.wires.client.postMessage({ number: 1, actor: chloe, body, toAll: true });
  /** What stands under a reporter's card, apart from the line that it is a duplicate. */
  const under = async (number: number) =>
    (await stage.thread({ number, side: 'reporter' }))
      .slice(1)
      .map(({ text }) => text)
      .filter(text => !text.includes('found that'));
  /** What Ben, or somebody else, reads in the direct messages. */
  const direct = (id = ben.id) =>
    Object.entries(stage.sandbox.snapshot(id).messages)
      .filter(([channel]) => channel.startsWith('D'))
      .flatMap(([, messages]) => messages)
      .filter(({ user }) => user === stage.sandbox.botUserId)
      .map(({ text }) => text);
  const settle = () => stage.startWork().work.settled();

  test('tells each of them once that work begins and that it is done, where they look', async () => {
    const { work } = stage.startWork();
    await change(1, { status: 'active' });
    await work.settled();
    await change(1, { status: 'closed', closingNote: 'A new router' });
    await work.settled();

    expect(await under(1)).toEqual([
      'Chloé started work on ticket #1.',
      `<@${ada.id}>: Chloé closed ticket #1. What was done: A new router`,
    ]);
    expect(await under(2)).toEqual([
      'Chloé started work on ticket #1. It is about the same problem as this ticket.',
      `<@${liam.id}>: Chloé closed ticket #2 together with ticket #1. What was done: A new router`,
    ]);
    expect(direct()).toEqual([
      'Chloé started work on ticket #1. You follow it.',
      'Chloé closed ticket #1. You follow it. What was done: A new router',
    ]);
  });

  test('tells who follows a duplicate of it of one closing, not of two', async () => {
    await stage.api.call(`DELETE /v1/tickets/1/followers/${ben.id}`, { actor: ben });
    await stage.api.call(`PUT /v1/tickets/2/followers/${ben.id}`, { actor: ben });
    await change(1, { status: 'active' });
    await change(1, { status: 'closed', closingNote: 'A new router' });

    await settle();

    expect(direct().filter(text => text.includes('closed'))).toEqual([
      'Chloé closed ticket #1. You follow it. What was done: A new router',
    ]);
  });

  test('tells nobody but the reporter what helpdesk writes to them alone', async () => {
    await stage.wires.client.postMessage({ number: 1, actor: chloe, body: 'Which room?' });

    await settle();

    expect(await under(1)).toEqual(['Chloé: Which room?']);
    expect(await under(2)).toEqual([]);
    expect(direct()).toEqual([]);
  });

  test('brings one answer to all of them once, and its edits and its end', async () => {
    const { work } = stage.startWork();
    const { id } = await answerAll('Back at noon');
    await work.settled();
    const everywhere = async () => [...(await under(1)), ...(await under(2)), ...direct()];
    const words = 'Chloé to everybody with the problem of ticket #1:';
    expect(await everywhere()).toEqual(Array(3).fill(`${words} Back at noon`));
    const [, copy] = await stage.thread({ number: 2, side: 'reporter' }).then(all => all.slice(-2));
    expect(JSON.stringify(copy?.blocks)).toContain(`"user_id":"${liam.id}"`);

    await stage.wires.client.editMessage({ id, actor: chloe, body: 'Back at one' });
    await work.settled();
    expect(await everywhere()).toEqual(Array(3).fill(`${words} Back at one`));

    await stage.wires.client.deleteMessage({ id, actor: chloe });
    await work.settled();
    expect(await everywhere()).toEqual(Array(3).fill('Chloé: (message deleted)'));
    const helpdesk = await stage.thread({ number: 1, side: 'helpdesk' });
    expect(helpdesk.map(({ text }) => text).filter(text => text.includes('deleted'))).toHaveLength(1);
  });

  test('keeps every copy in the language of its reader, with the mention it had, when it changes', async () => {
    await stage.api.call(`PUT /v1/tickets/1/followers/${rosa}`, {
      actor: { id: rosa, name: 'Rosa', role: 'user' },
    });
    const { work } = stage.startWork();
    const { id } = await answerAll('Back at noon');
    await work.settled();
    const words = 'Chloé a todas las personas con el problema del ticket #1:';
    expect(direct(rosa)).toEqual([`${words} Back at noon`]);

    await stage.wires.client.editMessage({ id, actor: chloe, body: 'Back at one' });
    await work.settled();
    expect(direct(rosa)).toEqual([`${words} Back at one`]);
    for (const [number, reporter] of [
      [1, ada],
      [2, liam],
    ] as const) {
      const copy = (await stage.thread({ number, side: 'reporter' })).at(-1);
      expect(JSON.stringify(copy?.blocks)).toContain(`"user_id":"${reporter.id}"`);
    }

    await stage.wires.client.deleteMessage({ id, actor: chloe });
    await work.settled();
    expect(direct(rosa)).toEqual(['Chloé: (mensaje eliminado)']);
  });

  test.each(['not-sent', 'answer-lost'] as const)(
    'tells each once when remembering is %s and the bot dies of it',
    async fault => {
      await answerAll('Back at noon');
      await change(1, { status: 'active' });
      const first = stage.startWork();
      first.wires.cut.set('rememberCopy', fault).set('acknowledge', fault);
      await stage.sandbox.until(() => direct().length === 1);
      first.wires.kill();
      await stage.clock.advance(31_000);

      await settle();

      for (const texts of [await under(1), await under(2), direct()]) {
        expect(texts).toHaveLength(2);
        expect(new Set(texts)).toHaveProperty('size', 2);
      }
    },
  );

  test.each(['answer_hangs', 'server_error'] as const)('tells each once when Slack’s %s', async kind => {
    await answerAll('Back at noon');
    stage.sandbox.trouble.set({ methods: { 'chat.postMessage': { kind, times: 4 } } });

    await settle();

    for (const texts of [await under(1), await under(2), direct()]) expect(texts).toHaveLength(1);
  });

  test('tells who has several duplicates of it once, under the first, and nobody of their own act', async () => {
    await stage.wires.client.fileTicket(
      { description: 'WiFi again', actor: liam },
      { idempotencyKey: crypto.randomUUID() },
    );
    await change(3, { duplicateOf: 1 });
    await stage.wires.client.postMessage({ number: 1, actor: ben, body: 'Back at noon', toAll: true });

    await settle();

    expect(await under(2)).toHaveLength(1);
    expect(await under(3)).toEqual([]);
    expect(direct()).toEqual([]);
  });
});

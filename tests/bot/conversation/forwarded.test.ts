import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { fileTicket } from '../../support/api.ts';
import { ben, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

describe('a message in a ticket’s thread', () => {
  let stack: StackWithPeople;
  let threadTs = '';
  beforeAll(async () => {
    stack = await startStackWithPeople();
    await fileTicket(stack.api, { actor: { id: 'U01ADA', name: 'Ada', role: 'user' } });
    await stack.bot.settled();
    const threads = await stack.api.client.listThreads({ number: 1 });
    threadTs = threads.find(({ side }) => side === 'helpdesk')?.ts ?? '';
  });
  afterAll(() => stack.stop());

  const messages = async () => (await stack.api.client.listMessages({ number: 1 })).messages;

  test('that forwards another one says what that one said', async () => {
    const said = await stack.person(ben).says('C02GENERAL', 'Ask @Ada Okafor about the lift & the door');
    const ts = said.ok ? (said.ts ?? '') : '';

    await stack.sandbox.act({
      type: 'forward',
      as: ben,
      channel: 'C02GENERAL',
      ts,
      to: helpdeskChannel,
      text: 'From the staff:',
      threadTs,
    });
    await stack.sandbox.settled();

    expect((await messages()).map(({ body }) => body)).toEqual([
      'From the staff:\nAsk @Ada Okafor about the lift & the door',
    ]);
  });

  test('is not edited by the preview of its link', async () => {
    await stack.person(ben).says(helpdeskChannel, 'see https://campus.example/map', threadTs);
    await stack.sandbox.settled();

    expect((await messages()).at(-1)).toMatchObject({
      body: 'see https://campus.example/map',
      editedAt: null,
    });
  });
});

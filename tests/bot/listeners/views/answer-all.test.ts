import type { SandboxMessage } from 'slack-sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../../demo-campus.ts';
import { fileTicket } from '../../../support/api.ts';
import { eventually } from '../../../support/eventually.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

const mei = 'U03MEI';
const rosa = 'U04ROSA';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterAll(() => stack.stop());

function cardOf(number: number): SandboxMessage {
  const messages = stack.person(ben).messages(helpdeskChannel);
  const found = messages.find(({ text }) => text.startsWith(`Ticket #${number}:`));
  if (found === undefined) throw new Error(`There is no card of ticket #${number} yet.`);
  return found;
}

/** Ada's ticket, of which Mei's is a duplicate, and that Rosa follows. */
async function shared(): Promise<number> {
  const { number } = await fileTicket(stack.api, { actor: { id: ada, name: 'Ada Okafor', role: 'user' } });
  const other = await fileTicket(stack.api, { actor: { id: mei, name: 'Mei Tanaka', role: 'user' } });
  const helper = { id: ben, name: 'Ben Hartmann', role: 'helpdesk' };
  await stack.api.call(`PATCH /v1/tickets/${other.number}`, { actor: helper, duplicateOf: number });
  await stack.api.call(`PUT /v1/tickets/${number}/followers/${rosa}`, { actor: helper });
  await eventually(() => expect(JSON.stringify(cardOf(number).blocks)).toContain('"Answer all"'));
  return number;
}

const read = (who: string, words: string) =>
  stack
    .person(who)
    .messages('dm')
    .map(({ text }) => text)
    .filter(text => text.includes(words));

describe('“Answer all”', () => {
  test('reaches everybody with the problem once, and the history keeps one message', async () => {
    const number = await shared();
    const helper = stack.person(ben);

    await helper.pressesOn(cardOf(number), 'Answer all');
    expect(helper.reads()).toContain('Ada Okafor and 2 others will see it');
    await helper.submits({ body: 'The power is back <!channel>' });

    expect(helper.titles()).toEqual([]);
    await eventually(() => {
      const words = 'The power is back &lt;!channel&gt;';
      for (const who of [ada, mei])
        expect(read(who, words)).toEqual([
          `Ben Hartmann to everybody with the problem of ticket #${number}: ${words}`,
        ]);
      expect(read(rosa, words)).toEqual([
        `Ben Hartmann a todas las personas con el problema del ticket #${number}: ${words}`,
      ]);
    });
    const { messages } = await stack.api.client.listMessages({ number });
    expect(messages).toMatchObject([{ toAll: true, actor: { id: ben, role: 'helpdesk' } }]);
  });

  test('is no place for a note, and keeps what was typed', async () => {
    const number = await shared();
    const helper = stack.person(ben);
    await helper.pressesOn(cardOf(number), 'Answer all');

    await helper.submits({ body: ';; they will complain' });

    expect(helper.view().errors).toEqual({
      body: 'Everybody reads this. Leave ;; away, or write it under the card as a note.',
    });
    expect((await stack.api.client.listMessages({ number, role: 'helpdesk' })).messages).toEqual([]);
  });

  test('is not offered where one person has the problem', async () => {
    const { number } = await fileTicket(stack.api, { actor: { id: ada, name: 'Ada Okafor', role: 'user' } });

    await eventually(() => expect(JSON.stringify(cardOf(number).blocks)).not.toContain('"Answer all"'));
  });
});

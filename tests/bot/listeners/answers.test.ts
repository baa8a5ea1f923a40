import { type Campus, unknownCampus } from '@campus-desk/contract';
import type { SandboxMessage } from 'slack-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { fileTicket } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

const rosa = 'U04ROSA';
const campus: Campus = {
  ...unknownCampus,
  languages: ['en', 'it'],
  answers: [
    { title: 'Grades', when: null, text: 'Ask the registrar <!channel>', category: 'service' },
    {
      title: 'Joining eduroam',
      when: null,
      text: { en: 'Install it', es: 'Instálelo', it: 'Lo installi' },
      category: 'it',
    },
    { title: 'Only French', when: null, text: { fr: 'Installez-le' }, category: null },
  ],
};

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople({ campus });
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

async function filed(id: string): Promise<{ number: number; card: SandboxMessage }> {
  const { number } = await fileTicket(stack.api, { actor: { id, name: 'Somebody', role: 'user' } });
  const card = await eventually(async () => {
    const messages = stack.person(ben).messages(helpdeskChannel);
    const found = messages.find(({ text }) => text.startsWith(`Ticket #${number}:`));
    if (found === undefined) throw new Error('There is no card yet.');
    return found;
  });
  return { number, card };
}

const typed = () =>
  JSON.stringify(stack.person(ben).view().view.blocks).match(/"initial_value":"([^"]*)"/)?.[1];
const known = async (number: number) => (await stack.api.client.listMessages({ number })).messages;

describe('“Answer” in the menu of the card', () => {
  test('sends an answer of the campus file, as helpdesk has edited it', async () => {
    const { number, card } = await filed(ada);
    const helper = stack.person(ben);
    await helper.chooses(card, 'Answer');
    expect(helper.titles()).toEqual([`Answer #${number}`]);

    await helper.presses('Choose one', 'Grades');
    expect(typed()).toBe('Ask the registrar <!channel>');
    await helper.submits({ 'body-0': 'Ask the registrar, please' });
    await stack.sandbox.settled();
    await stack.bot.settled();

    expect(helper.titles()).toEqual([]);
    expect(await known(number)).toMatchObject([
      { body: 'Ask the registrar, please', internal: false, actor: { id: ben, role: 'helpdesk' } },
    ]);
    const inDm = stack
      .person(ada)
      .messages('dm')
      .map(({ text }) => text);
    expect(inDm).toContain('Ben Hartmann: Ask the registrar, please');
  });

  test.each([
    ['in the language of the reporter', rosa, 'Joining eduroam', 'Instálelo'],
    ['in English for who has Slack in English', ada, 'Joining eduroam', 'Install it'],
    ['in any where it has neither theirs nor one of the campus', ada, 'Only French', 'Installez-le'],
  ])('comes %s', async (_what, reporter, title, text) => {
    const { card } = await filed(reporter);
    const helper = stack.person(ben);
    await helper.chooses(card, 'Answer');

    await helper.presses('Choose one', title);

    expect(typed()).toBe(text);
  });

  test('offers what fits the category of the ticket first', async () => {
    const { card } = await filed(ada);
    const helper = stack.person(ben);

    await helper.chooses(card, 'Answer');

    expect(helper.reads()).toMatch(/Joining eduroam.*Grades.*Only French/);
  });

  test('changes to another answer, and begins with ;; for a note', async () => {
    const { number, card } = await filed(ada);
    const helper = stack.person(ben);
    await helper.chooses(card, 'Answer');
    await helper.presses('Choose one', 'Grades');
    // The select shows its choice in place of its placeholder, but is found by it.
    await helper.presses('Choose one', 'Joining eduroam');

    await helper.submits({ 'body-1': ';; not yet' });

    expect(await known(number)).toEqual([]);
    const { messages } = await stack.api.client.listMessages({ number, role: 'helpdesk' });
    expect(messages).toMatchObject([{ body: 'not yet', internal: true }]);
  });

  test('keeps what was made of one answer while another is looked at', async () => {
    const { card } = await filed(ada);
    const helper = stack.person(ben);
    await helper.chooses(card, 'Answer');
    await helper.presses('Choose one', 'Grades');

    await helper.presses('Choose one', 'Joining eduroam', { 'body-0': 'Ask Mrs Lind' });
    expect(typed()).toBe('Install it');
    await helper.presses('Choose one', 'Grades', { 'body-1': 'x'.repeat(2990) });

    expect(typed()).toBe('Ask Mrs Lind');
  });

  test('keeps its words while the API is away', async () => {
    const { number, card } = await filed(ada);
    const helper = stack.person(ben);
    await helper.chooses(card, 'Answer');
    await helper.presses('Choose one', 'Grades');

    stack.gate.shut();
    const away = await helper.submits({ 'body-0': 'Ask them' });
    stack.gate.open();
    await helper.submits({ 'body-0': 'Ask them' });

    expect(JSON.stringify(away)).toContain('cannot be reached');
    expect(await known(number)).toMatchObject([{ body: 'Ask them' }]);
  });
});

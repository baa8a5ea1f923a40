import { unknownCampus } from '@campus-desk/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fileTicket } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

const words = 'I cannot get into eduroam with my new phone';
const eduroam = {
  title: 'Joining eduroam',
  when: 'wifi login eduroam certificate',
  text: { en: 'Install the profile of the portal first.', it: 'Installi prima il profilo.' },
  category: 'it' as const,
};

const first = {
  title: '#1',
  when: 'lost student card replacement',
  text: { en: 'Ask for a new card at the porter.' },
  category: 'service' as const,
};

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople({ campus: { ...unknownCampus, answers: [eduroam, first] } });
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

const filed = async () => (await stack.api.client.listTickets({ role: 'helpdesk' })).total;
const counted = async () => (await stack.api.client.summariseSatisfaction({})).answers;

describe('an answer of the campus file', () => {
  test('is offered while somebody types words of it, and not any more when they type others', async () => {
    const user = stack.person(ada);
    await user.types('new');

    await user.fills('description', words);
    await eventually(() => expect(user.reads()).toContain('Install the profile of the portal first.'));
    expect(user.reads()).toContain('This solved it');
    await user.fills('description', 'The window is broken');

    await eventually(() => expect(user.reads()).not.toContain('This solved it'));
  });

  test('stands in a form that opens with its words, and keeps nobody from sending', async () => {
    const user = stack.person(ada);
    await user.types(words);
    expect(user.reads()).toContain('Does this help? Joining eduroam');
    const before = await filed();

    await user.submits({ description: words });

    expect(user.titles()[0]).toMatch(/^Ticket #\d+ filed$/);
    expect(await filed()).toBe(before + 1);
  });

  test('that solved it is thanked for, files nothing and counts once', async () => {
    const user = stack.person(ada);
    await user.types(words);
    const before = await filed();

    await user.presses('This solved it');

    expect(user.titles().at(-1)).toBe('Nothing to report');
    expect(user.reads()).toContain('Good that it works! Nothing was filed.');
    expect(await filed()).toBe(before);
    expect(await counted()).toEqual([{ title: 'Joining eduroam', solved: 1 }]);
  });

  test('may be called like a ticket', async () => {
    const user = stack.person(ada);
    await user.types('I lost my student card and need a replacement');
    expect(user.reads()).toContain('Does this help? #1\\nAsk for a new card at the porter.');

    await user.presses('This solved it');

    expect(await counted()).toContainEqual({ title: '#1', solved: 1 });
  });

  test('that solved it is thanked for also where it cannot be counted', async () => {
    const user = stack.person(ada);
    await user.types(words);
    stack.gate.shut();

    await user.presses('This solved it');

    expect(user.titles().at(-1)).toBe('Nothing to report');
  });

  test('stays when other tickets are asked about, and when they are none of it', async () => {
    const reporter = { id: ben, name: 'Ben', role: 'user' } as const;
    const description = 'The eduroam wifi login does not work in the library';
    const { number } = await fileTicket(stack.api, { actor: reporter, description, location: null });
    const user = stack.person(ada);
    await user.types(description);
    const answer = 'Does this help? Joining eduroam\\nInstall the profile of the portal first.';

    await user.submits({ description });
    expect(user.reads()).toContain(`#${number} · Open`);
    expect(user.reads()).toContain(answer);
    await user.presses('No, mine is different', undefined, { description });
    expect(user.reads()).toContain(answer);
    await user.presses('This solved it');

    expect(user.titles().at(-1)).toBe('Nothing to report');
  });

  test('gives way to whom to call where there is danger', async () => {
    const user = stack.person(ada);

    await user.types(`${words}, it is smoking and on fire`);

    expect(user.reads()).toContain('Is somebody in danger?');
    expect(user.reads()).not.toContain('This solved it');
  });
});

describe('a closing note', () => {
  test('that helpdesk offers answers who reports the same, without a word of its ticket, and counts', async () => {
    const { client } = stack.api;
    const [reporter, helper] = [
      { id: 'U04ROSA', name: 'Rosa', role: 'user' },
      { id: ben, name: 'Ben', role: 'helpdesk' },
    ] as const;
    const description = 'The beamer shows no picture from my laptop';
    const { number } = await fileTicket(stack.api, { actor: reporter, description, location: 'Room 3.04' });
    await client.changeTicket({ number, actor: helper, status: 'active' });
    const closingNote = 'Press Windows and P, then choose “Duplicate”.';
    await client.changeTicket({ number, actor: helper, status: 'closed', closingNote });
    await client.changeTicket({ number, actor: reporter, solved: true });

    await stack.person(ben).types(`${number} as helpdesk`);
    expect(stack.person(ben).reads()).toContain('Offer it only if it names nobody and no room.');
    await stack.person(ben).presses('Offer as answer');
    expect(stack.person(ben).reads()).toContain('Stop offering');

    const user = stack.person(ada);
    await user.types('My laptop shows no picture on the projector');
    expect(user.reads()).toContain(`This helped others with a similar problem:\\n${closingNote}`);
    for (const hidden of ['Rosa', '3.04', description]) expect(user.reads()).not.toContain(hidden);
    await user.presses('This solved it');

    expect(user.titles().at(-1)).toBe('Nothing to report');
    expect(await counted()).toContainEqual({ title: `#${number}`, solved: 1 });
  });
});

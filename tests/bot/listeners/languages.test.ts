import { languages, unknownCampus } from '@campus-desk/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fileTicket } from '../../support/api.ts';
import { ada, rosa, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

const liam = 'U02LIAM';
const mei = 'U03MEI';

describe('a person reads', () => {
  let stack: StackWithPeople;
  beforeAll(async () => {
    const campus = { ...unknownCampus, languages: ['de' as const, 'en' as const] };
    stack = await startStackWithPeople({ spoken: languages, campus });
  });
  afterEach(() => stack.sandbox.trouble.reset());
  afterAll(() => stack.stop());

  test('the language of their Slack', async () => {
    await stack.person(ada).types('the tap drips');
    await stack.person(rosa).types('no funciona el wifi de la biblioteca');

    expect(stack.person(ada).titles()).toEqual(['Report a problem']);
    expect(stack.person(rosa).titles()).toEqual(['Comunicar un problema']);
    expect(stack.person(rosa).reads()).toContain('Parece: Informática.');
  });

  test('a ticket in their language, with what people wrote as it is', async () => {
    const user = stack.person(rosa);
    const { number } = await fileTicket(stack.api, { description: 'The tap {drips} <@U01>' });

    await user.types(String(number));

    expect(user.titles()).toEqual([`Ticket #${number}`]);
    expect(user.reads()).toContain('Estado:');
    expect(user.reads()).toContain('The tap {drips} <@U01>');
  });

  test.each([
    [liam, { kind: 'error', error: 'user_not_found' }],
    [mei, { kind: 'answer_hangs' }],
  ] as const)('the first language of the campus when Slack does not say theirs (%s)', async (id, trouble) => {
    stack.sandbox.trouble.set({ methods: { 'users.info': trouble } });

    await stack.person(id).types('the tap drips');

    expect(stack.person(id).titles()).toEqual(['Problem melden']);
  });
});

test('until every text has moved, everybody reads English', async () => {
  const stack = await startStackWithPeople();

  await stack.person(rosa).types('no funciona el wifi de la biblioteca');

  expect(stack.person(rosa).titles()).toEqual(['Report a problem']);
  await stack.stop();
});

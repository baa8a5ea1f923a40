import { unknownCampus } from '@campus-desk/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fileTicket } from '../../support/api.ts';
import { ada, rosa, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

const liam = 'U02LIAM';
const mei = 'U03MEI';

describe('a person reads', () => {
  let stack: StackWithPeople;
  beforeAll(async () => {
    const campus = { ...unknownCampus, languages: ['de' as const, 'en' as const] };
    stack = await startStackWithPeople({ campus });
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

  test('that a name is hidden, in a list as in the ticket', async () => {
    const { number } = await fileTicket(stack.api, { description: 'The lamp hums', hideName: true });
    const user = stack.person(rosa);

    await user.types('buscar hums');
    expect(user.reads()).toContain('Alguien · ');

    await user.types(String(number));
    expect(user.reads()).toContain('Alguien');
    expect(user.reads()).not.toContain('Somebody');
  });

  test('what can be typed, and what is wrong with it, in their language', async () => {
    const { types, ephemerals } = stack.person(rosa);

    await types('ayuda');
    await types('elenco viola');
    await types('Rückstand gestern', 'C02GENERAL', '/stats');

    expect(ephemerals().slice(-3)).toEqual([
      expect.stringContaining('`/ticket lista`: los tickets; también `lista abiertos`'),
      expect.stringMatching(/^El estado «viola» no existe\. .*\nUsted ha escrito: \/ticket elenco viola$/s),
      expect.stringContaining('«gestern» no es un periodo de 1h a 730d.'),
    ]);
  });

  test('what the API refuses, and its fields, in their language', async () => {
    const person = stack.person(rosa);

    await person.types('4711');
    await person.types('4711 como soporte');
    await person.types('no hay luz en el pasillo');
    await person.submits({ description: '\u200b' });

    expect(person.ephemerals().slice(-2)).toEqual([
      expect.stringContaining('El ticket #4711 no existe.'),
      expect.stringContaining('El ticket #4711 no existe.'),
    ]);
    expect(person.view().errors).toEqual({ description: 'Está vacío. Escriba al menos un carácter.' });
  });

  test.each([
    [ada, 'All tickets', 'Open and active'],
    [rosa, 'Todos los tickets', 'Abiertos y en curso'],
  ])('lists in their language, whatever the language in which they ask (%s)', async (id, title, filter) => {
    const person = stack.person(id);
    for (const typed of ['elenco', 'Liste', 'list', 'lista']) {
      await person.types(typed);

      expect(person.titles()).toEqual([title]);
    }
    expect(person.reads()).toContain(filter);
  });

  test.each([
    [liam, { kind: 'error', error: 'user_not_found' }],
    [mei, { kind: 'answer_hangs' }],
  ] as const)('the first language of the campus when Slack does not say theirs (%s)', async (id, trouble) => {
    stack.sandbox.trouble.set({ methods: { 'users.info': trouble } });

    await stack.person(id).types('the tap drips');
    const form = stack.person(id).titles();
    await stack.person(id).types('liste offen');

    expect(form).toEqual(['Problem melden']);
    expect(stack.person(id).titles()).toEqual(['Offene Tickets']);
    expect(stack.person(id).reads()).toContain('Offen und in Bearbeitung');
  });
});

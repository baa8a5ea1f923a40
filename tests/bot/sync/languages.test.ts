import { unknownCampus } from '@campus-desk/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { ada, ben, rosa, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

const liam = 'U02LIAM';
const helpdesk = 'C01HELPDESK';

describe('what the sync posts', () => {
  let stack: StackWithPeople;
  beforeAll(async () => {
    const campus = { ...unknownCampus, languages: ['it' as const, 'en' as const] };
    stack = await startStackWithPeople({ campus });
    await stack.sandbox.act({ type: 'set_locale', as: ada, locale: 'de-DE' });
    await stack.sandbox.act({ type: 'set_locale', as: liam, locale: 'fr-FR' });
  });
  afterAll(() => stack.stop());

  test.each([
    [ada, 'Kategorie: ', 'Ben Hartmann hat mit der Arbeit an Ticket', 'Ben hat Ticket', 'Gelöst?'],
    [
      liam,
      'Catégorie\u00a0: ',
      'Ben Hartmann a pris en charge le ticket',
      'Ben a clos le ticket',
      'Résolu\u00a0?',
    ],
    [
      rosa,
      'Categoría: ',
      'Ben Hartmann ha empezado a trabajar en el ticket',
      'Ben ha cerrado el ticket',
      '¿Resuelto?',
    ],
  ])('is in the language of a reporter, and of the campus in its channel (%s)', async (id, ...words) => {
    const [category, started, closed, solved] = words;
    const read = (channel: string) =>
      JSON.stringify(stack.person(channel === 'dm' ? id : ben).messages(channel));

    const { number } = await fileAs(id);
    await eventually(() => expect(read('dm')).toContain(category));
    await eventually(() => expect(read(helpdesk)).toContain(`Ticket #${number} · Aperto`));
    const card = stack
      .person(ben)
      .messages(helpdesk)
      .findLast(({ text }) => text.includes(`#${number}`));
    if (card === undefined) throw new Error('The card is not there.');
    await stack.person(ben).pressesOn(card, 'Prendi in carico');
    await eventually(() => expect(read('dm')).toContain(started));
    await eventually(() => expect(read(helpdesk)).toContain(`Ticket #${number} · In lavorazione`));
    const actor = { id: ben, name: 'Ben', role: 'helpdesk' } as const;
    await stack.api.client.changeTicket({ number, actor, status: 'closed' });

    await eventually(() => expect(read('dm')).toContain(closed));
    await eventually(() => expect(read('dm')).toContain(solved));
    expect(read(helpdesk)).not.toContain(solved);
  });

  function fileAs(id: string) {
    const actor = { id, name: 'Ada', role: 'user' } as const;
    return stack.api.client.fileTicket(
      { description: 'No WiFi in the reading room', actor },
      { idempotencyKey: `file ${id}` },
    );
  }
});

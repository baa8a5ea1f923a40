import { type Campus, unknownCampus } from '@campus-desk/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileTicket, startTicket } from '../../support/api.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

const campus: Campus = {
  ...unknownCampus,
  places: [{ name: 'Main building', aliases: ['main'], rooms: [] }],
};

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople({ campus });
  const actor = { id: ada, name: 'Ada Okafor', role: 'user' };
  await fileTicket(stack.api, { actor, description: 'The projector is dark', location: 'Main building' });
  await startTicket(stack.api, { description: 'No projector, no wifi', location: null });
  await fileTicket(stack.api, {
    description: 'Zebra',
    actor: { ...actor, id: 'U09', name: 'Grace Mensah' },
    hideName: true,
  });
});
afterAll(() => stack.stop());

const searching = async (id: string, typed: string) => {
  const user = stack.person(id);
  await user.types(`search ${typed}`);
  return user;
};

describe('/ticket search', () => {
  test('says above the result how it was understood', async () => {
    const user = await searching(ada, 'status:open projector from:@ada.okafor place:main category:service');

    expect(user.reads()).toContain('1 ticket for “projector”, place: Main building');
    expect(user.reads()).toContain('Open · Services complaint · from Ada Okafor');
    expect(user.reads()).toContain('The projector is dark');
    expect(user.reads()).not.toContain('No projector');
  });

  test('says once what is searched for, and what was typed where that was a slip', async () => {
    const user = await searching(ada, 'Projetcor! status:open');

    expect(user.reads()).toContain('1 ticket for “projector”');
    expect(user.reads()).toContain('Open · You typed “projetcor”');
    expect(user.reads().match(/projetcor/g)).toHaveLength(1);
  });

  test('knows me and nobody', async () => {
    expect((await searching(ada, 'from:me')).reads()).toContain('The projector is dark');
    const own = await searching(ben, 'assignee:nobody projector as helpdesk');
    expect(own.reads()).toContain('assigned to nobody');
    expect(own.reads()).not.toContain('No projector');
    expect((await searching(ben, 'assignee:ben projector as helpdesk')).reads()).toContain('No projector');
  });

  test('answers a name that is nobody’s in the language of who asks', async () => {
    const user = await searching('U04ROSA', 'projector from:grace');

    expect(user.ephemerals().at(-1)).toContain('Nadie llamado «grace» tiene un ticket');
  });

  test.each([
    [
      'projector from:okafro',
      'Nobody called “okafro” has reported a ticket that you can see. Do you mean Ada Okafor?',
    ],
    ['projector from:grace', 'Nobody called “grace” has reported a ticket that you can see.'],
    ['projector status:closed', 'Only the helpdesk sees closed tickets.'],
  ])('answers %s with one line, and what was typed', async (typed, line) => {
    const user = await searching('U02LIAM', typed);

    expect(user.ephemerals().at(-1)).toContain(line);
    expect(user.ephemerals().at(-1)).toContain(`You typed: /ticket search ${typed}`);
    expect(user.titles()).toEqual([]);
  });

  test('finds who hides their name for helpdesk', async () => {
    expect((await searching(ben, 'from:grace as helpdesk')).reads()).toContain('Zebra');
  });
});

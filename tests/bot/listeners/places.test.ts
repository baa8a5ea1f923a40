import { type Campus, unknownCampus } from '@campus-desk/contract';
import type { SandboxMessage } from 'slack-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { ben as benActing, fileTicket } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

const campus: Campus = {
  ...unknownCampus,
  places: [
    { name: 'Library', aliases: ['lib'], rooms: ['2.14'] },
    { name: 'Main building', aliases: ['edificio A'], rooms: ['3.04'] },
    { name: 'Dormitory', aliases: [], rooms: [] },
  ],
};
const actor = { id: ada, name: 'Ada Okafor', role: 'user' };

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople({ campus });
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

const file = (filing: object) => fileTicket(stack.api, { actor, ...filing });
const read = (number: number) => stack.api.client.getTicket({ number, role: 'helpdesk' });

function cardOf(number: number): SandboxMessage {
  const messages = stack.person(ben).messages(helpdeskChannel);
  const found = messages.find(({ text }) => text.startsWith(`Ticket #${number}:`));
  if (found === undefined) throw new Error(`There is no card of ticket #${number} yet.`);
  return found;
}

/** Saves the edit form with another place chosen. */
function savePlace(user: ReturnType<StackWithPeople['person']>, name: string, version: number) {
  const selected_option = { text: { type: 'plain_text', text: name }, value: name };
  const state = { place: { [`place.${version}`]: { type: 'static_select', selected_option } } };
  return stack.sandbox.act({ type: 'submit', as: user.id, viewId: user.view().id, state });
}

describe('the place of a ticket', () => {
  test('stands on its card where its location does not say it', async () => {
    const byRoom = await file({ location: 'room 3.04' });
    const named = await file({ location: 'Library, room 2.14' });

    await eventually(() => {
      expect(JSON.stringify(cardOf(byRoom.number).blocks)).toContain('"Place: "');
      expect(cardOf(byRoom.number).text).toContain('room 3.04, Main building, reported by');
      expect(JSON.stringify(cardOf(named.number).blocks)).not.toContain('"Place: "');
    });
  });

  test.each([
    [ada, ''],
    [ben, ' as helpdesk'],
  ])('is corrected with one choice in the ticket modal by %s', async (id, as) => {
    const { number } = await file({ location: 'Library' });
    const person = stack.person(id);

    await person.types(`${number}${as}`);
    await person.presses('Place', 'Dormitory');

    expect(person.titles()).toEqual([`Ticket #${number}`]);
    expect(person.reads()).toContain('"Dormitory"');
    expect((await read(number)).place).toEqual({ name: 'Dormitory' });
    await person.presses('Place', 'No place');
    expect((await read(number)).place).toBeNull();
  });

  test('is named in the answer to the filing', async () => {
    const user = stack.person(ada);
    await user.types('the heating in the lib is off');
    await user.submits({ description: 'the heating in the lib is off' });

    expect(user.reads()).toContain('", its place "');
    expect(user.reads()).toContain('"Library"');
  });

  test('that helpdesk corrects is told to the reporter in a line', async () => {
    const { number } = await file({ location: 'Library' });
    await eventually(() => cardOf(number));

    await stack.person(ben).types(`${number} as helpdesk`);
    await stack.person(ben).presses('Place', 'Dormitory');

    await eventually(() =>
      expect(
        stack
          .person(ada)
          .messages('dm')
          .map(({ text }) => text),
      ).toContainEqual(expect.stringContaining(`named Dormitory as the place of ticket #${number}.`)),
    );
  });

  test('says who was quicker, and the place there is now', async () => {
    const { number } = await file({ location: 'Library' });
    const user = stack.person(ada);
    await user.types(`${number}`);
    await stack.api.client.changeTicket({ number, actor: benActing, place: 'edificio A' });

    await user.presses('Place', 'Dormitory');

    expect(user.reads()).toContain('Ben changed this ticket in the meantime.');
    expect((await read(number)).place).toEqual({ name: 'Main building' });
  });

  test('is chosen in the edit form, and decided by the new words where nobody chooses', async () => {
    const { number, version } = await file({ location: null });
    const user = stack.person(ada);
    await user.types(`${number}`);
    await user.presses('Edit');
    await user.submits({ location: 'lib' });
    expect((await read(number)).place).toEqual({ name: 'Library' });

    await user.presses('Edit');
    expect((await savePlace(user, 'Dormitory', version + 1)).ok).toBe(true);
    expect((await read(number)).place).toEqual({ name: 'Dormitory' });
  });

  test('that was chosen in the edit form stays chosen when somebody was quicker', async () => {
    const { number, version } = await file({ location: 'Library' });
    const user = stack.person(ada);
    await user.types(`${number}`);
    await user.presses('Edit');
    await stack.api.client.changeTicket({ number, actor: benActing, place: 'edificio A' });

    await savePlace(user, 'Dormitory', version);
    expect(user.reads()).toContain('Ben changed the place in the meantime.');
    expect(user.reads()).toContain('Place: Main building');
    await user.submits();

    expect((await read(number)).place).toEqual({ name: 'Dormitory' });
  });
});

describe('/ticket search place:', () => {
  test('narrows the search by any name of the place, and says it back', async () => {
    await file({ description: 'Zebra one', location: 'Library' });
    await file({ description: 'Zebra two', location: 'edificio A' });
    const user = stack.person(ada);

    await user.types('search zebra place:LIB');
    expect(user.reads()).toContain('1 ticket for “zebra”, place: Library');
    expect(user.reads()).toContain('Zebra one');
    await user.types('search place:“main building” zebra');
    expect(user.reads()).toContain('1 ticket for “zebra”, place: Main building');
    await user.presses('Place', 'All places');
    expect(user.reads()).toContain('2 tickets for “zebra”');
    await user.presses('Place', 'Dormitory');
    expect(user.reads()).toContain('Nothing found for “zebra”, place: Dormitory.');
  });

  test('needs no words, and knows its own lists too', async () => {
    await file({ description: 'Yak', location: 'Dormitory' });
    const user = stack.person(ada);

    await user.types('search place:dormitory');
    expect(user.reads()).toMatch(/tickets?, place: Dormitory/);
    await user.types('list');
    await user.presses('Place', 'Dormitory');
    expect(user.reads()).toContain('Yak');
    expect(user.reads()).not.toContain('Zebra one');
  });

  test.each([
    ['search wifi place:gym', 'There is no place “gym”. There are: Library, Main building, Dormitory.'],
    ['search place:""', 'Say which place, such as `/ticket search wifi place:library`.'],
  ])('answers %s with one line', async (typed, line) => {
    const user = stack.person('U02LIAM');

    await user.types(typed);

    expect(user.ephemerals().at(-1)).toContain(line);
    expect(user.titles()).toEqual([]);
  });
});

import { checkView } from 'slack-sandbox';
import { describe, expect, test } from 'vitest';
import { editForm, readEdit } from '../../../bot/ui/edit-form.ts';
import { listView } from '../../../bot/ui/list-view.ts';
import { searchPage } from '../../../bot/ui/lists.ts';
import { placeBesides } from '../../../bot/ui/ticket-facts.ts';
import { ticketView } from '../../../bot/ui/ticket-view.ts';
import { texts } from '../../support/english.ts';
import { sampleTicket } from '../sample-ticket.ts';

const page = searchPage({
  role: 'helpdesk',
  userId: 'U01',
  search: { q: 'wifi', place: 'x'.repeat(100) },
});
const list = { tickets: [], nextCursor: null, total: 0 };
const namesOf = (count: number) => Array.from({ length: count }, (_, at) => `${at} `.padEnd(75, '&'));

describe('choosing a place', () => {
  test.each([1, 99, 100, 101, 500, 501, 5000])('is within what Slack takes with %i places', count => {
    const places = namesOf(count);
    const ticket = sampleTicket({ number: 2_147_483_647, place: { name: places.at(-1) ?? 'former' } });
    const views = [
      editForm({ texts, ticket, places, role: 'helpdesk', from: 'modal' }),
      ticketView({ texts, ticket, places, role: 'helpdesk', messages: [] }),
      listView({ page, list, places, now: 0, texts }),
    ];

    for (const view of views) expect(checkView({ view, type: 'modal' })).not.toHaveProperty('problems');
    for (const view of views) expect(JSON.stringify(view).length).toBeLessThan(250_000);
    expect(JSON.stringify(views[0])).toContain('Which place is it?');
    expect(JSON.stringify(views[1]).includes('Which place is it?')).toBe(count < 501);
  });

  test('is not asked for where there is none', () => {
    const ticket = sampleTicket({ place: { name: 'Library' } });
    const views = [
      editForm({ texts, ticket, role: 'user', from: 'card' }),
      ticketView({ texts, ticket, role: 'user', messages: [] }),
      listView({ page, list, now: 0, texts }),
    ];

    for (const view of views) expect(JSON.stringify(view)).not.toMatch(/Which place|All places/);
  });

  test.each([
    ['Dormitory', 'Dormitory'],
    [null, 'No place'],
  ])('%s stays chosen after a conflict where the campus does not answer in time', (place, shown) => {
    const ticket = sampleTicket({ place: { name: 'Library' } });
    const typed = { description: 'It is cold', location: null, place, hideName: false };

    const view = editForm({
      texts,
      ticket,
      places: [],
      typed,
      warning: 'Changed.',
      role: 'user',
      from: 'card',
    });

    expect(checkView({ view, type: 'modal' })).not.toHaveProperty('problems');
    const [field] = view.blocks.filter(({ block_id }) => block_id === 'place');
    expect(field).toMatchObject({ element: { initial_option: { text: { text: shown } } } });
    expect(JSON.stringify(field)).toContain('Library');
  });

  test('of thousands is written; what nobody changed is not sent', () => {
    const ticket = sampleTicket({ place: { name: 'Library' } });
    const view = editForm({ texts, ticket, places: namesOf(5000), role: 'user', from: 'card' });
    const read = (value: string | null) =>
      readEdit({
        metadata: view.private_metadata ?? '',
        values: { description: { description: { value: 'It is cold' } }, place: { 'place.1': { value } } },
      });

    expect(read('Library')).toMatchObject({ place: 'Library', isPlaceChosen: false });
    expect(read('Dormitory')).toMatchObject({ place: 'Dormitory', isPlaceChosen: true });
    expect(read(null)).toMatchObject({ place: null, isPlaceChosen: true });
  });
});

test.each([
  ['Library, room 2.14', 'Library', undefined],
  ['in the LIBRARY', 'Library', undefined],
  ['Librarystreet 7', 'Library', 'Library'],
  [null, 'Library', 'Library'],
  ['room 3', null, undefined],
])('a location %j leaves of the place %j to be said: %j', (location, name, said) => {
  expect(placeBesides(sampleTicket({ location, place: name === null ? null : { name } }))).toBe(said);
});

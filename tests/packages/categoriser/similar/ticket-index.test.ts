import { createTicketIndex, type IndexedTicket } from '@campus-desk/categoriser';
import { loadModel } from '@campus-desk/categoriser/parts';
import { describe, expect, it } from 'vitest';

const now = new Date('2026-11-30T10:00:00Z');
const model = loadModel();

describe('the index of unclosed tickets', () => {
  it('finds a ticket in another language', () => {
    const index = indexOf({ number: 7, description: 'It is much too cold in room 2.14, the heating is off' });

    expect(find({ index, description: 'aula 2.14 fredda, riscaldamento spento' })).toEqual([7]);
  });

  it('knows nothing of a ticket any more that was removed', () => {
    const index = indexOf({ number: 7, description: 'No wifi in the library' });

    index.remove(7);

    expect(find({ index, description: 'No wifi in the library' })).toEqual([]);
    expect(index.size).toBe(0);
  });

  it('reads a ticket anew that has changed', () => {
    const index = indexOf({ number: 7, description: 'No wifi in the library' });

    index.put(ticket({ number: 7, description: 'The lift is stuck' }));

    expect(find({ index, description: 'No wifi in the library' })).toEqual([]);
    expect(find({ index, description: 'lift stuck again' })).toEqual([7]);
  });

  it('keeps the newest tickets when there are too many', () => {
    const index = createTicketIndex({ model, maxTickets: 2 });

    for (const number of [1, 2, 3]) index.put(ticket({ number, description: 'No wifi in the library' }));

    expect(find({ index, description: 'wifi down in the library' })).toEqual([3, 2]);
  });

  it.each([
    ['another room', { location: 'Room 3.04' }, { location: 'Room 2.14' }],
    ['another building', { location: 'Building A' }, { location: 'edificio B' }],
    ['another floor', { location: 'Library, 1st floor' }, { location: 'Bibliothek, 2. Stock' }],
    ['another place of the campus file', { place: 'Library' }, { place: 'Dormitory' }],
    ['a room with a number against the canteen', { location: '2.14' }, { location: 'Mensa' }],
  ])('does not take for the same what is in %s', (_, there, here) => {
    const index = indexOf({ number: 7, description: 'The projector does not turn on', ...there });

    expect(find({ index, description: 'The projector does not turn on', ...here })).toEqual([]);
  });

  it('takes one thing in common for the same only if neither, or only one, tells something else of it', () => {
    const index = indexOf({ number: 7, description: 'The upload of my homework to Moodle hangs' });

    expect(find({ index, description: 'The Moodle login page rejects my password' })).toEqual([]);
    expect(find({ index, description: 'Moodle upload hangs' })).toEqual([7]);
  });

  it('takes one thing in common for the same anywhere only where that is said to be enough', () => {
    const index = indexOf({ number: 7, description: 'The upload of my homework to Moodle hangs' });
    const words = { description: 'The Moodle login page rejects my password', location: null, place: null };
    const asked = { words, category: null, now, min: 0.1, limit: 3, anywhere: true };

    expect(index.find(asked)).toEqual([]);
    expect(index.find({ ...asked, oneThingIsEnough: true })).toMatchObject([{ number: 7 }]);
  });

  it('reads the letter of a lecture hall', () => {
    const index = indexOf({ number: 7, description: 'No microphone in lecture hall C' });

    expect(find({ index, description: "Pas de micro dans l'amphi B" })).toEqual([]);
    expect(find({ index, description: "Pas de micro dans l'amphi C" })).toEqual([7]);
  });

  it('gives the same place of the campus file more weight than none', () => {
    const index = indexOf({
      number: 7,
      description: 'Radiator cold, window does not close',
      place: 'Library',
    });
    const words = { description: 'heating is cold', location: null };

    const [here] = similarTo({ index, ...words, place: 'Library' });
    const [somewhere] = similarTo({ index, ...words, place: null });

    expect(here?.similarity).toBeGreaterThan(somewhere?.similarity ?? 1);
  });

  it('takes the same problem in another place for the same where that is asked', () => {
    const index = indexOf({ number: 7, description: 'No wifi in the library', place: 'Library' });
    const words = { description: 'No wifi in the canteen', location: null, place: 'Canteen' };
    const asked = { words, category: null, now, min: 0.4, limit: 3 };

    expect(index.find(asked)).toEqual([]);
    expect(index.find({ ...asked, anywhere: true })).toMatchObject([{ number: 7 }]);
  });

  it('prefers what was reported in the last days', () => {
    const index = createTicketIndex({ model });
    const description = 'The lift is stuck';
    index.put(ticket({ number: 8, description, openedAt: new Date('2026-06-01T10:00:00Z') }));
    index.put(ticket({ number: 7, description }));

    expect(find({ index, description: 'lift stuck' })).toEqual([7, 8]);
  });

  it('lets sure categories that differ contradict, unsure ones not', () => {
    const index = indexOf({ number: 7, description: 'Printer jams, paper everywhere', category: 'it' });
    const description = 'printer paper jam';

    expect(find({ index, description, category: 'service' })).toEqual([]);
    expect(find({ index, description, category: null })).toEqual([7]);
  });

  it('finds one problem of a longer story, but is not sure that it is the same part of the library', () => {
    const description =
      'The Wi-Fi in the group rooms has been gone for about ten minutes, our presentation is at the top of the hour';
    const index = indexOf({ number: 7, description, location: 'Library, group rooms 1 to 4' });

    const [found] = similarTo({ index, description: 'the wifi in the library is down' });

    expect(found?.number).toBe(7);
    expect(found?.similarity).toBeLessThan(0.6);
  });

  it('is not sure of two machines with different numbers', () => {
    const index = indexOf({ number: 7, description: 'Washing machine 3 does not spin' });
    const words = { location: null, description: 'Washing machine 7 does not spin' };

    expect(similarTo({ index, ...words })[0]?.similarity).toBeLessThan(0.6);
  });

  it('is sure of a service of all the campus without a place, unless somebody speaks of their own', () => {
    const index = indexOf({ number: 7, description: 'Moodle is down' });

    expect(similarTo({ index, description: 'Moodle is down again' })[0]?.similarity).toBeGreaterThan(0.6);
    expect(similarTo({ index, description: 'My Moodle is down' })[0]?.similarity).toBeLessThan(0.6);
  });

  it.each(['', '   ', '🔥', '???', 'the', '2.14'])(
    'finds nothing for %j, which tells of nothing',
    description => {
      const index = indexOf({ number: 7, description: 'The projector in 2.14 does not turn on' });

      expect(find({ index, description })).toEqual([]);
    },
  );
});

function ticket(some: Partial<IndexedTicket> & Pick<IndexedTicket, 'number' | 'description'>): IndexedTicket {
  return { location: null, place: null, category: null, openedAt: now, ...some };
}

function indexOf(some: Parameters<typeof ticket>[0]) {
  const index = createTicketIndex({ model });
  index.put(ticket(some));
  return index;
}

type SimilarToInput = Partial<IndexedTicket> & { index: ReturnType<typeof indexOf>; description: string };

function similarTo({ index, description, location = null, place = null, category = null }: SimilarToInput) {
  return index.find({ words: { description, location, place }, category, now, min: 0.4, limit: 3 });
}

function find(input: SimilarToInput): number[] {
  return similarTo(input).map(({ number }) => number);
}

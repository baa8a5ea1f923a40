import { expect, test } from 'vitest';
import { waveMessage } from '../../../bot/ui/wave-message.ts';
import { texts } from '../../support/english.ts';
import { sampleTicket } from '../sample-ticket.ts';

test('a wave says once where all of its tickets are, and of each ticket where else it is', () => {
  const tickets = ['Library', 'Library, 2nd floor'].map((location, index) =>
    sampleTicket({ number: index + 1, description: 'No wifi', location }),
  );
  const wave = {
    id: 1,
    message: null,
    postingTo: null,
    places: ['Library'],
    people: 4,
    likely: 0.02,
    foundAt: '2026-11-22T09:20:00.000Z',
    tickets,
    numbers: [1, 2],
    original: 1,
    ungrouped: [2],
  };

  const { blocks } = waveMessage({ texts, wave });

  const rows = blocks.filter(({ block_id: id }) => id?.startsWith('wave.'));
  expect(rows).toMatchObject([
    { text: { text: '#1 · No wifi' } },
    { text: { text: '#2 · No wifi · Library, 2nd floor' } },
  ]);
});

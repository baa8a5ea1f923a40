import { expect, test } from 'vitest';
import { listView } from '../../../bot/ui/list-view.ts';
import { firstPage } from '../../../bot/ui/lists.ts';
import { sampleTicket } from '../sample-ticket.ts';

test('a list of more tickets than are counted says so', () => {
  const page = firstPage({ name: 'all', role: 'helpdesk', userId: 'U02' });
  const more = { total: 1000, totalIsMore: true } as const;

  const view = listView({ page, list: { tickets: [sampleTicket()], nextCursor: 'next', ...more } });

  expect(view.blocks[0]).toMatchObject({ text: { text: 'More than 1000 tickets, page 1' } });
});

import { checkView } from 'slack-sandbox';
import { expect, test } from 'vitest';
import { formatAge } from '../../../bot/ui/format-age.ts';
import { failedHome, homePageSize, homeView } from '../../../bot/ui/home-view.ts';
import { listView } from '../../../bot/ui/list-view.ts';
import { firstPage } from '../../../bot/ui/lists.ts';
import { partOf, withPart } from '../../../bot/ui/queue-parts.ts';
import { texts } from '../../support/english.ts';
import { sampleTicket } from '../sample-ticket.ts';

const now = Date.parse('2026-11-25T10:00:00Z');

test('a list of more tickets than are counted says so', () => {
  const page = firstPage({ name: 'all', role: 'helpdesk', userId: 'U02' });
  const more = { total: 1000, totalIsMore: true } as const;

  const view = listView({
    page,
    list: { tickets: [sampleTicket()], nextCursor: 'next', ...more },
    now,
    texts,
  });

  expect(view.blocks[0]).toMatchObject({ text: { text: 'More than 1000 tickets, page 1' } });
});

test('a ticket in a list says how old it is, whose turn it is, who has it, and where', () => {
  const page = firstPage({ name: 'queue', role: 'helpdesk', userId: 'U02' });
  const ticket = sampleTicket({ assignee: { id: 'U05BEN', name: 'Ben' } });

  const view = listView({ page, list: { tickets: [ticket], nextCursor: null, total: 1 }, now, texts });

  const reads = JSON.stringify(view.blocks);
  expect(reads).toContain('#12 · Open\\nNo WiFi in the reading room');
  expect(reads).toContain(
    'Technical IT · 3 d\\nLibrary, room 2.14 · Ada · Waiting for helpdesk · Assigned to Ben',
  );
});

test('a ticket in the list of one’s own does not name oneself', () => {
  const page = firstPage({ name: 'mine', role: 'user', userId: 'U01ADA' });
  const list = { tickets: [sampleTicket()], nextCursor: null, total: 1 };

  const view = listView({ page, list, now, texts });

  expect(JSON.stringify(view.blocks)).toContain('Library, room 2.14 · Waiting for helpdesk');
});

test('a ticket in a list has its words with “View”, and small below them what is less important', () => {
  const page = firstPage({ name: 'queue', role: 'helpdesk', userId: 'U02' });
  const list = { tickets: [sampleTicket({ urgent: true })], nextCursor: null, total: 1 };

  const { blocks } = listView({ page, list, now, texts });

  const at = blocks.findIndex(({ block_id: id }) => id === 'ticket.12');
  expect(blocks.slice(at, at + 2)).toMatchObject([
    {
      type: 'section',
      text: { type: 'plain_text', text: '#12 · Urgent · Open\nNo WiFi in the reading room' },
      accessory: { text: { text: 'View' } },
    },
    { type: 'context' },
  ]);
});

test.each([
  [30, ''],
  [5 * 60, '5 min'],
  [3 * 3600 + 59, '3 h'],
  [26 * 3600, '1 d'],
  [800 * 86_400, '800 d'],
])('what is %i seconds old is %j old', (seconds, age) => {
  expect(formatAge({ from: new Date(now - seconds * 1000).toISOString(), now, texts })).toBe(age);
});

test('a full Home tab is within what Slack takes, also with the longest texts', () => {
  const tickets = Array.from({ length: homePageSize }, (_, index) =>
    sampleTicket({ number: index + 1, description: '&'.repeat(3000), location: '<'.repeat(200) }),
  );
  const list = { tickets, nextCursor: 'c'.repeat(500), total: 1000, totalIsMore: true } as const;
  const queue = firstPage({ name: 'queue', role: 'helpdesk', userId: 'U02' });
  const page = { ...queue, at: 3, back: ['', 'c'.repeat(500)] };
  const views = [homeView({ page, list, now, texts, notice: 'x'.repeat(4000) }), failedHome({ page, texts })];

  for (const view of views) expect(checkView({ view, type: 'home' })).not.toHaveProperty('problems');
  expect(views[0]?.blocks.length).toBeLessThanOrEqual(100);
});

test('the parts of the queue follow each other, and leave nothing of the last one', () => {
  const queue = firstPage({ name: 'queue', role: 'helpdesk', userId: 'U02' });
  const of = (part: Parameters<typeof withPart>[0]['part'], page = queue) =>
    withPart({ page, part, userId: 'U02' });

  for (const part of ['unassigned', 'mine', 'helpdesk', 'reporter', 'all'] as const) {
    expect(partOf(of(part))).toBe(part);
    expect(of(part, of('mine'))).toEqual(of(part));
  }
  expect(of('all')).toEqual(queue);
});

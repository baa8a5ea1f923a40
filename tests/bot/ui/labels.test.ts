import { languages } from '@campus-desk/contract';
import { expect, test } from 'vitest';
import { assignForm } from '../../../bot/ui/assign-form.ts';
import { closeForm } from '../../../bot/ui/close-form.ts';
import { digestMessage } from '../../../bot/ui/digest-message.ts';
import { filingForm } from '../../../bot/ui/filing-form.ts';
import { helpdeskCard } from '../../../bot/ui/helpdesk-card.ts';
import { listView } from '../../../bot/ui/list-view.ts';
import { firstPage } from '../../../bot/ui/lists.ts';
import { reminderMessage } from '../../../bot/ui/reminder-message.ts';
import { textsIn } from '../../../bot/ui/texts/texts.ts';
import { ticketView } from '../../../bot/ui/ticket-view.ts';
import { waitForm } from '../../../bot/ui/wait-form.ts';
import { waveMessage } from '../../../bot/ui/wave-message.ts';
import { sampleTicket } from '../sample-ticket.ts';

type Labelled = { text: { text: string }; accessibility_label: string };

test.each(languages)('who speaks to their device in %s presses a button by the words on it', language => {
  const texts = textsIn(language);
  const ticket = sampleTicket({ status: 'active' });
  const duplicate = { ...ticket, duplicateOf: 3 };
  const reference = { role: 'helpdesk', number: 12, version: 1, from: 'modal' } as const;
  const list = { tickets: [ticket], nextCursor: 'next', total: 30 };
  const page = firstPage({ name: 'queue', role: 'helpdesk', userId: 'U02' });
  const similar = { ...ticket, similarity: 1 };
  const offers = { tickets: [similar], isAsked: false, now: 0 };
  const waiting = { until: '2026-11-23T09:00:00.000Z', reason: 'A part' };
  const closed = sampleTicket({ status: 'closed', closingNote: 'Restart the router' });
  const wave = {
    id: 1,
    message: null,
    postingTo: null,
    places: [],
    people: 4,
    likely: 0.02,
    foundAt: '2026-11-22T09:20:00.000Z',
    tickets: [ticket],
    numbers: [12, 13],
    original: 12,
    ungrouped: [13],
  };
  const surfaces = [
    ...[ticket, duplicate, { ...ticket, urgent: true }].map(one => helpdeskCard({ ticket: one, texts })),
    ...[ticket, closed, { ...closed, answersOthers: true }].map(one =>
      ticketView({ ticket: one, role: 'helpdesk', messages: [], texts }),
    ),
    ticketView({ ticket, role: 'user', messages: [], userId: 'U09', isFollower: false, texts }),
    waveMessage({ wave, texts }),
    listView({ page, list, now: 0, texts }),
    filingForm({ texts, filing: { role: 'user' }, offers, isTold: true }),
    assignForm({ texts, reference, assignee: { id: 'U03', name: 'Mei' }, userId: 'U02' }),
    waitForm({ texts, reference, waiting, now: 0 }),
    closeForm({ texts, reference, duplicates: [] }),
    reminderMessage({ tickets: [{ ticket, url: undefined }], days: 3, texts }),
    digestMessage({
      waiting: [{ ticket, url: undefined }],
      total: 1,
      part: { missing: '' },
      request: 'backlog',
      texts,
    }),
  ];

  const buttons = surfaces.flatMap(labelledIn);

  expect(buttons.length).toBeGreaterThan(5);
  for (const { text, accessibility_label: label } of buttons)
    expect(label.toLowerCase()).toContain(text.text.toLowerCase());
});

function labelledIn(part: unknown): Labelled[] {
  if (typeof part !== 'object' || part === null) return [];
  const inside = Object.values(part).flatMap(labelledIn);
  return 'accessibility_label' in part ? [part as Labelled, ...inside] : inside;
}

import {
  categories,
  eventTypes,
  languages,
  maxWaveTickets,
  roles,
  statuses,
  type Ticket,
} from '@campus-desk/contract';
import fc from 'fast-check';
import { checkBlocks, checkView, textVolume } from 'slack-sandbox';
import { describe, expect, test } from 'vitest';
import { editForm } from '../../../bot/ui/edit-form.ts';
import { filingForm } from '../../../bot/ui/filing-form.ts';
import { helpdeskCard } from '../../../bot/ui/helpdesk-card.ts';
import { lateAnswer } from '../../../bot/ui/late-answer.ts';
import { listView } from '../../../bot/ui/list-view.ts';
import { searchPage } from '../../../bot/ui/lists.ts';
import { mirroredMessage } from '../../../bot/ui/mirrored-message.ts';
import { notice } from '../../../bot/ui/notice.ts';
import { reporterCard } from '../../../bot/ui/reporter-card.ts';
import { textsIn } from '../../../bot/ui/texts/texts.ts';
import { ticketView } from '../../../bot/ui/ticket-view.ts';
import { waveMessage } from '../../../bot/ui/wave-message.ts';
import { texts } from '../../support/english.ts';
import { sampleMessage, sampleTicket } from '../sample-ticket.ts';

/** What Slack might take for something, and what grows when it is escaped, between any characters. */
const piece = fc.oneof(
  fc.constantFrom('<!channel>', '<@U05BEN>', '<#C1>', '<https://a.example|b>', '&lt;', '@here', ':boom:'),
  fc.constantFrom(
    'https://evil.example',
    'a@b.example',
    '*b*',
    '`c`',
    '```',
    '\n',
    '&',
    '<',
    '>',
    '👩‍👩‍👧‍👦',
    '\u202e',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const text = (max: number) =>
  fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 60 }))
    .map(([pieces, times]) => pieces.join('').repeat(times).slice(0, max).toWellFormed().trim() || 'x');
const person = fc.record({ id: fc.constantFrom('U01ADA', 'U05BEN'), name: text(255) });

const ticketOf: fc.Arbitrary<Ticket> = fc
  .record({
    status: fc.constantFrom(...statuses),
    description: text(3000),
    location: fc.option(text(200)),
    category: fc.constantFrom(...categories),
    categoryUnsure: fc.boolean(),
    categoryBecause: fc.array(text(60), { maxLength: 3 }),
    reporter: person,
    assignee: fc.option(person),
    followUpOf: fc.option(fc.integer({ min: 1, max: 2_147_483_647 })),
    closingNote: fc.option(text(3000)),
  })
  .map(values => sampleTicket(values));

const message = fc
  .record({
    body: fc.oneof(text(3000), fc.constant('')),
    actor: person.map(named => ({ ...named, role: 'user' as const })),
    files: fc.array(
      fc.record({
        name: text(500),
        mimeType: text(255),
        size: fc.nat(),
        url: fc.constant('https://files.example/1'),
      }),
      { maxLength: 20 },
    ),
    editedAt: fc.option(fc.constant('2026-11-22T09:05:00.000Z')),
    deletedAt: fc.option(fc.constant('2026-11-22T09:06:00.000Z'), { freq: 8 }),
  })
  // Only a message with files may have no words.
  .map(values =>
    sampleMessage({ ...values, body: values.files.length === 0 ? values.body || 'x' : values.body }),
  );

const event = fc.record({
  id: fc.constant(1),
  ticketNumber: fc.constant(12),
  type: fc.constantFrom(...eventTypes.filter(type => type.startsWith('ticket.'))),
  actor: person.map(named => ({ ...named, role: 'helpdesk' as const })),
  at: fc.constant('2026-11-22T09:00:00.000Z'),
  changes: fc.record(
    {
      description: fc.record({ from: text(90), to: text(90) }),
      location: fc.record({ from: text(90), to: text(90) }),
    },
    { requiredKeys: [] },
  ),
  messageId: fc.constant(null),
});

const numRuns = 100;

describe('whatever people write', () => {
  test('a card is valid, pings nobody and links nowhere', () => {
    fc.assert(
      fc.property(ticketOf, ticket => {
        for (const post of [helpdeskCard, reporterCard, lateAnswer].map(draw => draw({ ticket, texts })))
          expectHarmless(post);
      }),
      { numRuns },
    );
  });

  test('a mirrored message is valid, pings nobody and links to its files only', () => {
    fc.assert(
      fc.property(message, written => {
        const post = mirroredMessage({ message: written, texts });
        const files = written.deletedAt === null ? written.files : [];
        expectHarmless(post, { links: files.length });
      }),
      { numRuns },
    );
  });

  test('a notice is valid, pings nobody and links nowhere', () => {
    fc.assert(
      fc.property(event, ticketOf, (happened, ticket) =>
        expectHarmless(notice({ event: happened, ticket, texts })),
      ),
      { numRuns },
    );
  });

  test('the message about a wave is valid in every language, pings nobody and links nowhere', () => {
    const wave = fc.record({
      tickets: fc.array(ticketOf, { minLength: 1, maxLength: maxWaveTickets }),
      places: fc.array(text(100), { maxLength: 8 }),
      left: fc.nat({ max: 40 }),
      language: fc.constantFrom(...languages),
    });
    fc.assert(
      fc.property(wave, ({ tickets, places, left, language }) => {
        const numbers = Array.from({ length: tickets.length + left }, (_, at) => at + 1);
        const shown = tickets.map((ticket, at) => ({ ...ticket, number: at + 1 }));
        const [original = null, ...ungrouped] = numbers;
        const told = { message: null, postingTo: null, foundAt: '2026-11-22T09:00:00.000Z' };
        const drawn = {
          id: 1,
          ...told,
          people: 4,
          likely: 0.1,
          places,
          tickets: shown,
          numbers,
          original,
          ungrouped,
        };
        expectHarmless(waveMessage({ texts: textsIn(language), wave: drawn }));
      }),
      { numRuns },
    );
  });

  test('a line for somebody mentions them, and nobody else', () => {
    const to = { token: '<@U01ADA>', element: { type: 'user', user_id: 'U01ADA' } } as const;
    fc.assert(
      fc.property(event, ticketOf, message, (happened, ticket, written) => {
        for (const { blocks } of [
          notice({ event: happened, ticket, to, texts }),
          mirroredMessage({ message: { ...written, deletedAt: null }, to, texts }),
        ]) {
          expect(checkBlocks({ blocks: blocks as never, surface: 'message', at: [] })).toEqual([]);
          expect(typesIn(blocks).filter(type => type === 'user')).toHaveLength(1);
        }
      }),
      { numRuns },
    );
  });

  test('every modal with it is a valid view', () => {
    fc.assert(
      fc.property(
        ticketOf,
        message,
        text(3000),
        fc.constantFrom(...roles),
        (ticket, written, typed, role) => {
          const page = searchPage({
            role,
            userId: 'U01',
            search: {
              q: typed.slice(0, 200).toWellFormed(),
              from: { name: typed.slice(0, 200).toWellFormed() },
            },
          });
          const messages = Array.from({ length: 5 }, () => written);
          for (const view of [
            ticketView({ texts, ticket, role, messages, notice: typed }),
            editForm({ texts, ticket, role, from: 'card', warning: typed }),
            filingForm({ texts, filing: { role, description: typed }, isTold: true }),
            listView({ page, list: { tickets: [ticket], nextCursor: null, total: 1 }, now: 0, texts }),
          ])
            expect(checkView({ view, type: 'modal' })).not.toHaveProperty('problems');
        },
      ),
      { numRuns: 100 },
    );
  });
});

type Post = { text: string; blocks: object[] };

/** Slack takes it, and finds neither a mention nor a link that is not ours. */
function expectHarmless({ text: fallback, blocks }: Post, { links = 0 } = {}): void {
  expect(checkBlocks({ blocks: blocks as never, surface: 'message', at: [] })).toEqual([]);
  expect(textVolume(blocks as never)).toBeLessThanOrEqual(13_200);
  expect(fallback).not.toMatch(/[<>]/);
  expect(fallback.length).toBeLessThanOrEqual(4000);
  const types = typesIn(blocks);
  expect(
    types.filter(type => ['user', 'usergroup', 'channel', 'broadcast', 'mrkdwn'].includes(type)),
  ).toEqual([]);
  expect(types.filter(type => type === 'link')).toHaveLength(links);
}

function typesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && typeof value.type === 'string' ? [value.type] : [];
  return [...own, ...Object.values(value).flatMap(typesIn)];
}

import { elementsOf } from 'slack-sandbox';
import { describe, expect, test } from 'vitest';
import { helpdeskCard } from '../../../bot/ui/helpdesk-card.ts';
import { reporterCard } from '../../../bot/ui/reporter-card.ts';
import { texts } from '../../support/english.ts';
import { sampleTicket } from '../sample-ticket.ts';

const open = sampleTicket();
const active = sampleTicket({ status: 'active', startedAt: '2026-11-22T09:04:00.000Z' });
const closed = sampleTicket({
  status: 'closed',
  closedAt: '2026-11-22T10:00:00.000Z',
  closingNote: 'New access point',
});

/** What can be pressed or picked, by its words. */
function controls({ blocks }: { blocks: unknown[] }): unknown[] {
  return elementsOf(blocks as never).flatMap(({ type, element }) =>
    type === 'overflow'
      ? (element.options as { text: unknown }[]).map(({ text }) => wordsOf(text))
      : [wordsOf(element.text ?? element.placeholder)],
  );
}

function wordsOf(text: unknown): unknown {
  return typeof text === 'object' && text !== null && 'text' in text ? text.text : text;
}

describe.each([
  ['helpdesk', helpdeskCard],
  ['reporter', reporterCard],
])('the %s card', (_side, card) => {
  test('says whose move it is, and nothing of it once the ticket is closed', () => {
    const wordsFor = (ticket: typeof open) => JSON.stringify(card({ ticket, texts }));

    expect(wordsFor(open)).toContain('"Waiting for helpdesk"');
    expect(wordsFor({ ...open, move: 'reporter' })).toContain('"Waiting for Ada"');
    expect(card({ texts, ticket: { ...open, move: 'reporter' } }).text).toContain('(Waiting for Ada)');
    expect(wordsFor(closed)).not.toContain('Waiting for');
  });

  test('says until when it waits and for what instead, literally', () => {
    const waiting = { until: '2026-12-05T09:00:00.000Z', reason: 'A part <!channel>' };
    const { text, blocks } = card({ texts, ticket: { ...active, waiting } });

    expect(JSON.stringify(blocks)).toContain('"Waiting until "');
    expect(JSON.stringify(blocks)).toContain(' – A part <!channel>"');
    expect(JSON.stringify(blocks)).not.toContain('Waiting for helpdesk');
    expect(text).toContain('(Waiting: A part &lt;!channel&gt;)');
  });
});

describe('the helpdesk card', () => {
  test('of an open ticket offers to start it, edit it, set its category and hand it over', () => {
    expect(controls(helpdeskCard({ texts, ticket: open }))).toEqual([
      'Start work',
      'Edit',
      'Mark urgent',
      'Category',
      'Note',
      'Answer',
      'Hand over',
      'Duplicate of',
    ]);
  });

  test('of an active ticket offers to close it, edit it, set its category and hand it over', () => {
    expect(controls(helpdeskCard({ texts, ticket: active }))).toEqual([
      'Close',
      'Edit',
      'Mark urgent',
      'Category',
      'Note',
      'Answer',
      'Hand over',
      'Wait',
      'Duplicate of',
    ]);
  });

  test('of a duplicate offers a conversation, its original, and the way back', () => {
    const { text, blocks } = helpdeskCard({
      texts,
      ticket: { ...active, duplicateOf: 7, categoryUnsure: true },
    });

    expect(controls({ blocks })).toEqual(['View ticket #7', 'Not a duplicate', 'Note', 'Answer']);
    expect(JSON.stringify(blocks)).toContain('"Duplicate of: "');
    expect(text).toContain('Active, duplicate of ticket #7, ');
  });

  test('of an original says how many people have the problem, and names its duplicates, twenty at most', () => {
    const few = helpdeskCard({ texts, ticket: { ...open, duplicates: [3, 4], followers: 2 } });
    const numbers = Array.from({ length: 40 }, (_, at) => at + 100);
    const many = JSON.stringify(
      helpdeskCard({ texts, ticket: { ...open, duplicates: numbers, followers: 40 } }),
    );

    expect(controls(few)).toContain('Answer all');
    expect(few.text).toContain('Open, 3 people, ');
    expect(JSON.stringify(few.blocks)).toContain('"3 people"');
    expect(JSON.stringify(few.blocks)).toContain('"#3, #4"');
    expect(many).toContain('#119 and 20 more"');
  });

  test('of a closed ticket offers nothing', () => {
    expect(controls(helpdeskCard({ texts, ticket: closed }))).toEqual([]);
  });

  test('says whom the thread under it reaches, as long as there is something to say', () => {
    const words = (ticket: typeof open) => JSON.stringify(helpdeskCard({ ticket, texts }).blocks);

    expect(words(open)).toContain('Replies here reach Ada; begin with ;; for a note.');
    expect(words(closed)).not.toContain('Replies here reach');
  });

  test('with a doubtful category says so and offers the three choices, each once', () => {
    const card = helpdeskCard({ texts, ticket: sampleTicket({ categoryUnsure: true }) });

    expect(card.text).toContain('Technical IT (unsure)');
    expect(controls(card)).toEqual([
      'Facility management',
      'Technical IT',
      'Services complaint',
      'Start work',
      'Edit',
      'Mark urgent',
      'Note',
      'Answer',
      'Hand over',
      'Duplicate of',
    ]);
  });

  test('is not in doubt about the category any more once it is closed', () => {
    const card = helpdeskCard({ texts, ticket: { ...closed, categoryUnsure: true } });

    expect(JSON.stringify(card)).not.toContain('(unsure)');
  });

  test('does not say once it is closed which words decided the category', () => {
    const card = helpdeskCard({ texts, ticket: { ...closed, categoryBecause: ['wifi'] } });

    expect(JSON.stringify(card)).not.toContain('Why this category');
  });

  test('shows in small which words decided the category, literally', () => {
    const { blocks } = helpdeskCard({
      texts,
      ticket: sampleTicket({ categoryBecause: ['wifi', '<!here>'] }),
    });

    expect(blocks).toContainEqual({
      type: 'context',
      elements: [{ type: 'plain_text', text: 'Why this category: wifi, <!here>', emoji: false }],
    });
  });

  test('gives no reason for a category that a person has chosen', () => {
    const { blocks } = helpdeskCard({
      texts,
      ticket: sampleTicket({ categorySource: 'helpdesk', categoryBecause: [] }),
    });

    expect(JSON.stringify(blocks)).not.toContain('because');
  });

  test('says everything essential in its fallback, for screen readers', () => {
    expect(helpdeskCard({ texts, ticket: closed }).text).toBe(
      'Ticket #12: Closed, Technical IT, Library, room 2.14, reported by Ada: No WiFi in the reading room What was done: New access point',
    );
  });

  test('names where a message came from, and shows an address that only looks like one of Slack', () => {
    const from = (permalink: string) =>
      JSON.stringify(helpdeskCard({ texts, ticket: sampleTicket({ source: { permalink } }) }).blocks);

    expect(from('https://campus.slack.com/archives/C1/p1795338300000100')).toContain('a message in Slack');
    for (const other of ['https://slack.com.evil.example/archives/C1/p1', 'https://campus.slack.com/x'])
      expect(from(other)).not.toContain('a message in Slack');
  });

  test('names the reporter without pinging them', () => {
    const card = JSON.stringify(helpdeskCard({ texts, ticket: open }));

    expect(card).toContain('Ada');
    expect(card).not.toContain('U01ADA');
  });

  test('shows a text literally, whatever it contains', () => {
    const description = '<!channel> *now* :boom:';
    const { blocks } = helpdeskCard({ texts, ticket: sampleTicket({ description }) });

    expect(blocks).toContainEqual({
      type: 'rich_text',
      elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: description }] }],
    });
    expect(JSON.stringify(blocks)).not.toContain('mrkdwn');
  });
});

describe('the reporter card', () => {
  test('asks nothing and gives no reasons', () => {
    const card = reporterCard({ texts, ticket: sampleTicket({ categoryUnsure: true }) });

    expect(JSON.stringify(card.blocks)).toContain('Technical IT (unsure)');
    expect(JSON.stringify(card.blocks)).not.toContain('because');
    expect(controls(card)).toEqual(['Edit', 'Reply']);
  });

  test('begins with what happened to the ticket', () => {
    expect(reporterCard({ texts, ticket: open }).text).toMatch(/^Ticket #12 filed/);
    expect(reporterCard({ texts, ticket: closed }).text).toMatch(/^Ticket #12 closed/);
  });

  test('of an unclosed ticket offers to edit it and to reply', () => {
    expect(controls(reporterCard({ texts, ticket: open }))).toEqual(['Edit', 'Reply']);
    expect(controls(reporterCard({ texts, ticket: active }))).toEqual(['Edit', 'Reply']);
  });

  test('of a closed ticket asks whether it is solved, and offers a follow-up', () => {
    const card = reporterCard({ texts, ticket: closed });

    expect(JSON.stringify(card.blocks)).toContain('Solved?');
    expect(controls(card)).toEqual(['Yes', 'Not really', 'Still broken? File a follow-up']);
  });

  test.each([
    [true, 'Yes'],
    [false, 'Not really'],
  ])('asks no more once its reporter has answered (%s), and helpdesk reads the answer', (solved, words) => {
    const answered = { ...closed, solved };

    expect(controls(reporterCard({ texts, ticket: answered }))).toEqual(['Still broken? File a follow-up']);
    expect(JSON.stringify(helpdeskCard({ texts, ticket: answered }).blocks)).toContain(words);
  });

  test('says who closed the ticket, where that is known', () => {
    const said = (ticket: typeof closed) => JSON.stringify(reporterCard({ ticket, texts }).blocks);

    expect(said({ ...closed, closedBy: { id: 'U05BEN', name: 'Ben' } })).toContain('" by Ben"');
    expect(said({ ...closed, closedBy: null })).not.toContain('" by ');
  });
});

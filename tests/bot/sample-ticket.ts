import type { Message, Ticket } from '@campus-desk/contract';

const sample: Ticket = {
  number: 12,
  status: 'open',
  description: 'No WiFi in the reading room',
  location: 'Library, room 2.14',
  place: null,
  category: 'it',
  categorySecond: 'service',
  categorySource: 'auto',
  categoryConfidence: 0.97,
  categoryUnsure: false,
  categoryBecause: ['wifi'],
  categoryModel: 'words-1',
  reporter: { id: 'U01ADA', name: 'Ada' },
  nameHidden: false,
  answersOthers: false,
  assignee: null,
  followUpOf: null,
  duplicateOf: null,
  duplicates: [],
  followers: 0,
  source: null,
  closingNote: null,
  openedAt: '2026-11-22T09:00:00.000Z',
  startedAt: null,
  modifiedAt: '2026-11-22T09:00:00.000Z',
  closedAt: null,
  closedBy: null,
  solved: null,
  move: 'helpdesk',
  waiting: null,
  urgent: false,
  version: 1,
};

/** A ticket as the API answers it; other values where given. */
export function sampleTicket(values: Partial<Ticket> = {}): Ticket {
  return { ...sample, ...(values.status === 'closed' && { move: null }), ...values };
}

/** A message as the API answers it; other values where given. */
export function sampleMessage(values: Partial<Message> = {}): Message {
  return {
    id: 'message-0001',
    ticketNumber: 12,
    actor: { id: 'U05BEN', name: 'Ben', role: 'helpdesk' },
    body: 'Which room?',
    files: [],
    late: false,
    internal: false,
    toAll: false,
    origin: null,
    createdAt: '2026-11-22T09:05:00.000Z',
    editedAt: null,
    deletedAt: null,
    ...values,
  };
}

/** Texts that break careless rendering, each as long as a description may be. */
export const hostileTexts = {
  'as long as allowed': 'word '.repeat(600).trim(),
  'pings and links': '<!channel> <@U05BEN> <https://evil.example|https://bank.example> '.repeat(46),
  'characters that grow when escaped': '&'.repeat(3000),
  'emoji of many parts': '👩‍👩‍👧‍👦'.repeat(428),
  'emoji names and formatting': ':boom: *bold* `code` ~no~ '.repeat(120).slice(0, 3000),
  'line breaks': 'a\n'.repeat(1499),
} as const;

/** Tickets in every status whose every text is that long. */
export function hostileTickets(text: string): Ticket[] {
  const values = {
    number: 2_147_483_647,
    description: text,
    location: text.slice(0, 200).toWellFormed(),
    reporter: { id: 'U01ADA', name: text.slice(0, 255).toWellFormed() },
    assignee: { id: 'U05BEN', name: text.slice(0, 255).toWellFormed() },
    followUpOf: 2_147_483_646,
    source: { permalink: `https://example.com/${'a'.repeat(1900)}` },
    startedAt: '2026-11-22T09:01:00.000Z',
    categoryUnsure: true,
    categoryBecause: [text, text, text],
    version: 1_000_000,
  };
  return [
    sampleTicket(values),
    sampleTicket({ ...values, status: 'active' }),
    sampleTicket({
      ...values,
      status: 'active',
      waiting: { until: '2026-11-23T09:00:00.000Z', reason: text },
    }),
    sampleTicket({ ...values, status: 'closed', closingNote: text, closedAt: '2026-11-22T09:02:00.000Z' }),
  ];
}

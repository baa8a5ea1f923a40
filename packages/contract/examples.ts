/**
 * What the descriptions of the API show: one filed problem, and what becomes of it. Where a schema changes what comes in,
 * zod leaves `examples` out of its description; there `example` says it.
 */
export const exampleReporter = { id: 'U0ADA', name: 'Ada Okafor' };
export const exampleUser = { ...exampleReporter, role: 'user' as const };
export const exampleHelpdesk = { id: 'U0BEN', name: 'Ben Rossi', role: 'helpdesk' as const };

export const exampleTicket = {
  number: 12,
  status: 'open' as const,
  description: 'No WiFi in the reading room',
  location: 'Library, room 2.14',
  place: { name: 'Library' },
  category: 'it' as const,
  categorySecond: 'facility' as const,
  categorySource: 'auto' as const,
  categoryConfidence: 0.97,
  categoryUnsure: false,
  categoryBecause: ['wifi'],
  categoryModel: '2026-11-20',
  reporter: exampleReporter,
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
  move: 'helpdesk' as const,
  waiting: null,
  urgent: false,
  version: 1,
};

export const exampleSlackRef = { channel: 'C0HELPDESK', ts: '1795338300.000100' };

export const exampleMessage = {
  id: '01KAP8Q5T0Y3M9E2S1B7C4D6F8',
  ticketNumber: 12,
  actor: exampleHelpdesk,
  body: 'Which corner of the room?',
  files: [],
  late: false,
  internal: false,
  toAll: false,
  origin: exampleSlackRef,
  createdAt: '2026-11-22T09:05:00.000Z',
  editedAt: null,
  deletedAt: null,
};

export const exampleEvent = {
  id: 345,
  ticketNumber: 12,
  type: 'ticket.started' as const,
  actor: exampleHelpdesk,
  at: '2026-11-22T09:04:00.000Z',
  changes: { status: { from: 'open', to: 'active' } },
  messageId: null,
};

export const exampleThread = { ticketNumber: 12, side: 'helpdesk' as const, ...exampleSlackRef };

import {
  type Actor,
  type Category,
  type Changes,
  type Person,
  surenessThreshold,
} from '@campus-desk/contract';
import type { corrections, events, messages, tickets } from '../schema/index.ts';

type TicketValues = Omit<typeof tickets.$inferInsert, 'number' | 'followUpOf' | 'search'> &
  Pick<typeof tickets.$inferSelect, 'description' | 'location' | 'modifiedAt' | 'status' | 'version'>;
type MessageValues = Omit<typeof messages.$inferInsert, 'id' | 'ticketNumber'>;
type CorrectionValues = Omit<typeof corrections.$inferInsert, 'id' | 'ticketNumber'>;
type EventValues = Omit<typeof events.$inferInsert, 'id' | 'ticketNumber' | 'messageId' | 'shownAt'>;

type StoryEvent = EventValues & { message?: StoryMessage };
/** A message that does not know its id yet. */
export type StoryMessage = { values: MessageValues };

/** A ticket with everything that happened to it; its number follows once all stories are there. */
export type Story = {
  ticket: TicketValues;
  followUpOf: Story | undefined;
  events: StoryEvent[];
  messages: StoryMessage[];
  corrections: CorrectionValues[];
  /** Whether Slack is still to show it. */
  isLive: boolean;
};

export type Filing = {
  description: string;
  location: string | null;
  category: Category;
  /** The second likeliest. */
  second: Category;
  confidence: number;
  because: string[];
  reporter: Person;
  urgent?: boolean;
  nameHidden?: boolean;
  followUpOf?: Story | undefined;
};

/** The version of the categoriser in the demo, whose categories people have chosen. */
const categoryModel = 'demo';

/** A story that begins with the filing. */
export function fileStory({ filing, at }: { filing: Filing; at: Date }): Story {
  const { description, location, category, confidence, reporter, followUpOf } = filing;
  const { urgent = false, nameHidden = false } = filing;
  const unsure = confidence < surenessThreshold;
  const ticket: TicketValues = {
    status: 'open',
    description,
    location,
    category,
    categorySecond: filing.second,
    categorySource: 'auto',
    categoryConfidence: confidence,
    categoryUnsure: unsure,
    categoryBecause: unsure ? [] : filing.because,
    categoryModel,
    urgent,
    reporterId: reporter.id,
    reporterName: reporter.name,
    nameHidden,
    answersOthers: false,
    openedAt: at,
    modifiedAt: at,
    awaitsReporter: false,
    version: 1,
  };
  const filled = Object.entries({
    status: 'open',
    description,
    location,
    category,
    urgent: urgent || null,
    nameHidden: nameHidden || null,
  }).filter(([, value]) => value !== null);
  const changes: Changes = Object.fromEntries(filled.map(([field, to]) => [field, { from: null, to }]));
  const story: Story = { ticket, followUpOf, events: [], messages: [], corrections: [], isLive: false };
  record({ story, type: 'ticket.filed', actor: { ...reporter, role: 'user' }, at, changes });
  return story;
}

type Act = { story: Story; by: Person; at: Date };

/** Somebody of helpdesk takes the ticket. */
export function start({ story, by, at }: Act): void {
  change({
    story,
    type: 'ticket.started',
    actor: { ...by, role: 'helpdesk' },
    at,
    values: { status: 'active', assigneeId: by.id, assigneeName: by.name, startedAt: at },
    changes: {
      status: { from: 'open', to: 'active' },
      assignee: { from: null, to: { id: by.id, name: by.name } },
    },
  });
}

/** The ticket is closed, with or without a note. */
export function close({ story, by, at, closingNote }: Act & { closingNote: string | null }): void {
  change({
    story,
    type: 'ticket.closed',
    actor: { ...by, role: 'helpdesk' },
    at,
    values: { status: 'closed', closingNote, closedAt: at, closedById: by.id, closedByName: by.name },
    changes: {
      status: { from: 'active', to: 'closed' },
      ...(closingNote !== null && { closingNote: { from: null, to: closingNote } }),
    },
  });
}

/** The reporter says whether their closed ticket is solved. */
export function answerSolved({ story, by, at, solved }: Act & { solved: boolean }): void {
  change({
    story,
    type: 'ticket.solved',
    actor: { ...by, role: 'user' },
    at,
    values: { solved },
    changes: { solved: { from: null, to: solved } },
  });
}

/** Helpdesk offers the closing note to who reports the same. */
export function offerNote({ story, by, at }: Act): void {
  change({
    story,
    type: 'ticket.edited',
    actor: { ...by, role: 'helpdesk' },
    at,
    values: { answersOthers: true },
    changes: { answersOthers: { from: false, to: true } },
  });
}

type RecategoriseInput = { story: Story; actor: Actor; at: Date; category: Category };

/** Somebody says another category than the categoriser did. */
export function recategorise({ story, actor, at, category }: RecategoriseInput): void {
  const { category: from, description: text, openedAt } = story.ticket;
  const who = { actorId: actor.id, actorName: actor.name, actorRole: actor.role };
  story.corrections.push({ text, from, to: category, ...who, at, openedAt });
  const categorySource = actor.role === 'helpdesk' ? 'helpdesk' : 'reporter';
  change({
    story,
    type: 'ticket.recategorised',
    actor,
    at,
    values: {
      category,
      categorySecond: null,
      categorySource,
      categoryConfidence: null,
      categoryUnsure: false,
      categoryBecause: [],
      categoryModel: null,
    },
    changes: {
      category: { from, to: category },
      categorySource: { from: 'auto', to: categorySource },
    },
  });
}

type EditInput = { story: Story; actor: Actor; at: Date; field: 'description' | 'location'; to: string };

/** The description or the location is corrected. */
export function edit({ story, actor, at, field, to }: EditInput): void {
  const changes = { [field]: { from: story.ticket[field], to } };
  change({ story, type: 'ticket.edited', actor, at, values: { [field]: to }, changes });
}

type SayInput = { story: Story; actor: Actor; at: Date; body: string };

/** A message under the ticket, after which it is somebody else's turn. */
export function say({ story, actor, at, body }: SayInput): StoryMessage {
  const message: StoryMessage = {
    values: {
      actorId: actor.id,
      actorName: actor.name,
      actorRole: actor.role,
      body,
      files: [],
      late: story.ticket.status === 'closed',
      createdAt: at,
    },
  };
  story.messages.push(message);
  story.ticket.modifiedAt = at;
  const changes = { body: { from: null, to: body }, ...takeTurn(story) };
  record({ story, type: 'message.posted', actor, at, changes, message });
  return message;
}

type MessageAct = { story: Story; message: StoryMessage; actor: Actor; at: Date };

/** A message is written anew. */
export function reword({ story, message, actor, at, body }: MessageAct & { body: string }): void {
  const changes = { body: { from: message.values.body, to: body } };
  Object.assign(message.values, { body, editedAt: at });
  story.ticket.modifiedAt = at;
  record({ story, type: 'message.edited', actor, at, changes, message });
}

/** A message is deleted; its words stay in the event that says so. */
export function takeBack({ story, message, actor, at }: MessageAct): void {
  const body = { from: message.values.body, to: null };
  Object.assign(message.values, { body: '', deletedAt: at });
  const changes = { body, ...takeTurn(story) };
  story.ticket.modifiedAt = at;
  record({ story, type: 'message.deleted', actor, at, changes, message });
}

/** Whose turn it is now, from the last message; the change, where it is one. */
function takeTurn({ ticket, messages }: Story): Changes {
  const last = messages.findLast(({ values }) => !values.deletedAt);
  const awaitsReporter = last?.values.actorRole === 'helpdesk';
  if (awaitsReporter === ticket.awaitsReporter) return {};
  ticket.awaitsReporter = awaitsReporter;
  const [from, to] = awaitsReporter ? ['helpdesk', 'reporter'] : ['reporter', 'helpdesk'];
  return ticket.status === 'closed' ? {} : { move: { from, to } };
}

type Entry = { story: Story; type: StoryEvent['type']; actor: Actor; at: Date; changes: Changes };

/** Every change of a ticket is one version and one event. */
function change({ values, ...entry }: Entry & { values: Partial<TicketValues> }): void {
  const { ticket } = entry.story;
  Object.assign(ticket, values, { modifiedAt: entry.at, version: ticket.version + 1 });
  record(entry);
}

function record({ story, type, actor, at, changes, message }: Entry & { message?: StoryMessage }): void {
  story.events.push({
    type,
    actorId: actor.id,
    actorName: actor.name,
    actorRole: actor.role,
    at,
    changes,
    ...(message !== undefined && { message }),
  });
}

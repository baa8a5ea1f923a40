import {
  campusDesk,
  type Follower,
  type Message,
  type Person,
  type SlackRef,
  sideOf,
  type ThreadSide,
  type Ticket,
  type TicketEvent,
  threadSides,
  type WaveRef,
} from '@campus-desk/contract';
import { z } from 'zod';
import { isReadByOthers } from './hidden-name.ts';
import { messageOf, whoIsTold } from './plan-telling.ts';
import { wavesToShow } from './plan-waves.ts';

/** What was looked up before planning: all of it as new as the newest of the events, or newer. */
export type Facts = {
  ticket: Ticket;
  threads: ReadonlyMap<ThreadSide, SlackRef>;
  /** The messages the events are about, by id. */
  messages: ReadonlyMap<string, Message>;
  /** The late message that is answered with the way to a follow-up, when the ticket has one. */
  answeredMessageId: string | undefined;
  /** What people wrote whose name became known, or is hidden, by their id. */
  authored: ReadonlyMap<string, Message[]>;
  /** Who is told besides the reporter, where one of the events is for them. */
  followers: readonly Follower[];
  /** The threads of the ticket that this one follows up, whose readers may know of it. */
  earlierThreads: ReadonlyMap<ThreadSide, SlackRef>;
  /** What several people report, this ticket among it. */
  waves: readonly WaveRef[];
};

/** One thing to do in Slack because of an event. */
export type Step =
  /** The card is there and shows the newest ticket; that of a duplicate can wait. */
  | { kind: 'card'; side: ThreadSide; event: TicketEvent; canWait: boolean }
  | { kind: 'notice'; side: ThreadSide; event: TicketEvent }
  /** Who has the ticket from now on is mentioned. */
  | { kind: 'assignment'; side: ThreadSide; event: TicketEvent; to: Person }
  | { kind: 'copy'; side: ThreadSide; event: TicketEvent; message: Message }
  /** The copies of a message on one side read as it reads now. */
  | { kind: 'redraw'; side: ThreadSide; event: TicketEvent; message: Message }
  /** What stands anywhere but in helpdesk's threads of a message that became a note goes. */
  | { kind: 'take-back'; side: ThreadSide; event: TicketEvent; message: Message }
  | { kind: 'late-answer'; side: ThreadSide; event: TicketEvent }
  /** A follower reads what was done, or what helpdesk writes to everybody. */
  | { kind: 'tell'; side: ThreadSide; event: TicketEvent; follower: Follower; message: Message | undefined }
  /** Helpdesk is told of a wave, and its message shows it as it is. */
  | { kind: 'wave'; side: ThreadSide; event: TicketEvent; wave: WaveRef }
  /** The earlier ticket's thread names this one. */
  | { kind: 'follow-up'; side: ThreadSide; thread: SlackRef; earlier: number; event: TicketEvent };

type PlanInput = {
  /** Of one ticket, oldest first. */
  events: TicketEvent[];
  facts: Facts;
};

/**
 * What the cards need, once however many events there are, before anything else. A message changes a card only where it
 * makes it the other side's turn, and updates are rationed; a missing card is always posted.
 */
export function planCards({ events, facts }: PlanInput): Step[] {
  const [event] = events;
  if (event === undefined) return [];
  const { reporter, assignee, closedBy } = facts.ticket;
  const isOnCard = ({ actor }: TicketEvent) => [reporter.id, assignee?.id, closedBy?.id].includes(actor.id);
  const showsChange = events.some(
    one =>
      one.type.startsWith('ticket.') ||
      one.type.startsWith('follower.') ||
      'move' in one.changes ||
      (one.type === 'person.named' && isOnCard(one)),
  );
  return threadSides
    .filter(side => showsChange || !facts.threads.has(side))
    .map(side => ({ kind: 'card', side, event, canWait: events.every(isOfManyAtOnce) }));
}

/** "Group them" and closing with the original change the cards of many duplicates, of which nobody works on one. */
function isOfManyAtOnce({ type, changes }: TicketEvent): boolean {
  return type === 'ticket.duplicated' || 'closedWith' in changes;
}

/** What each event needs in the threads under the cards, event by event. */
export function planEvents({ events, facts }: PlanInput): { event: TicketEvent; steps: Step[] }[] {
  return events.map(event => ({
    event,
    steps: [...planEvent({ event, events, facts }), ...planWaves({ event, events, facts })],
  }));
}

function planWaves({ event, events, facts }: PlanEventInput): Step[] {
  return wavesToShow({ event, events, waves: facts.waves }).map(wave => ({
    kind: 'wave',
    side: 'helpdesk',
    event,
    wave,
  }));
}

type PlanEventInput = { event: TicketEvent; events: TicketEvent[]; facts: Facts };

function planEvent({ event, events, facts }: PlanEventInput): Step[] {
  if (event.type === 'ticket.filed') return planFiling({ event, facts });
  if (isOnCardsAlone(event)) return planHiding({ event, facts });
  if (event.type === 'ticket.grouped' || isStartedToBeClosed(event)) return [];
  if (event.type === 'ticket.assigned') return planAssignment({ event, ticket: facts.ticket });
  if (event.type.startsWith('ticket.')) {
    const { ticket } = facts;
    const notices = recipientsOf({ event, ticket }).map<Step>(side => ({ kind: 'notice', side, event }));
    const hiding = planHiding({ event, facts });
    return [...notices, ...planAssignment({ event, ticket }), ...planTelling({ event, facts }), ...hiding];
  }
  if (event.type === 'person.named')
    return (facts.authored.get(event.actor.id) ?? []).flatMap(message => planRedraws({ event, message }));
  const message = messageOf({ event, messages: facts.messages });
  if (message === undefined) return [];
  if (event.type === 'message.posted')
    return [...planCopies({ event, message, facts }), ...planTelling({ event, facts })];
  if (event.type === 'note.posted') return planNote({ event, message, facts });
  return needsRedraw({ event, events }) ? planRedraws({ event, message }) : [];
}

function planRedraws({ event, message }: { event: TicketEvent; message: Message }): Step[] {
  return readersOf(message).map(side => ({ kind: 'redraw', side, event, message }));
}

/** Only helpdesk reads notes. */
function readersOf({ internal }: Message): readonly ThreadSide[] {
  return internal ? ['helpdesk'] : threadSides;
}

/** A duplicate that was open is closed with its original by two steps, of which one is told. */
function isStartedToBeClosed({ type, changes }: TicketEvent): boolean {
  return type === 'ticket.started' && 'closedWith' in changes;
}

/** A change that the cards show and of which nobody is told. */
function isOnCardsAlone({ type, changes }: TicketEvent): boolean {
  const fields = Object.keys(changes);
  const onCards = ['urgent', 'urgentByHand', 'nameHidden', 'answersOthers'];
  return type === 'ticket.edited' && fields.every(field => onCards.includes(field));
}

/** What a reporter wrote is read by others under their card, except in their direct messages: it has their name, or not. */
function planHiding({ event, facts }: { event: TicketEvent; facts: Facts }): Step[] {
  const { ticket, threads, authored } = facts;
  if (!('nameHidden' in event.changes) || !isReadByOthers(threads.get('reporter')?.channel)) return [];
  const written = (authored.get(ticket.reporter.id) ?? []).filter(({ internal }) => !internal);
  return written.map(message => ({ kind: 'redraw', side: 'reporter', event, message }));
}

/** By its date nobody woke it: that is for helpdesk alone. */
function isByDate({ type, actor }: TicketEvent): boolean {
  return type === 'ticket.woken' && actor.id === campusDesk.id;
}

/** The other side is notified of an act; of a third person's act both are; nobody is notified of their own. */
function recipientsOf({ event, ticket }: { event: TicketEvent; ticket: Ticket }): ThreadSide[] {
  if (isByDate(event)) return ['helpdesk'];
  const { actor } = event;
  const isReporter = actor.id === ticket.reporter.id;
  if (actor.role === 'helpdesk') return isReporter ? [] : ['reporter'];
  return isReporter ? ['helpdesk'] : ['helpdesk', 'reporter'];
}

function planTelling({ event, facts }: { event: TicketEvent; facts: Facts }): Step[] {
  const message = messageOf({ event, messages: facts.messages });
  return whoIsTold({ event, ...facts }).map(follower => ({
    kind: 'tell',
    side: 'reporter',
    event,
    follower,
    message,
  }));
}

/** Pressing a button follows no thread: Slack tells the assignee of answers only once they are mentioned in it. */
function planAssignment({ event, ticket }: { event: TicketEvent; ticket: Ticket }): Step[] {
  const isAssigning = event.type === 'ticket.started' || event.type === 'ticket.assigned';
  const { assignee, reporter, status } = ticket;
  if (!isAssigning || status === 'closed' || assignee === null || assignee.id === reporter.id) return [];
  // Who had it in between has lost it again.
  if (assignedTo(event) !== assignee.id) return [];
  return [{ kind: 'assignment', side: 'helpdesk', event, to: assignee }];
}

const assignmentSchema = z.object({ assignee: z.object({ to: z.object({ id: z.string() }) }) });

function assignedTo({ changes }: TicketEvent): string | undefined {
  return assignmentSchema.safeParse(changes).data?.assignee.to.id;
}

/** Who did not file the ticket themselves is told who did it for them. */
function planFiling({ event, facts }: { event: TicketEvent; facts: Facts }): Step[] {
  const isForOther = event.actor.id !== facts.ticket.reporter.id;
  const notices: Step[] = isForOther ? [{ kind: 'notice', side: 'reporter', event }] : [];
  return [...notices, ...planFollowUp({ event, facts })];
}

function planFollowUp({ event, facts }: { event: TicketEvent; facts: Facts }): Step[] {
  const earlier = facts.ticket.followUpOf;
  if (earlier === null) return [];
  return [...facts.earlierThreads].map(([side, thread]) => ({
    kind: 'follow-up',
    side,
    thread,
    earlier,
    event,
  }));
}

type PlanCopiesInput = { event: TicketEvent; message: Message; facts: Facts };

function planCopies({ event, message, facts }: PlanCopiesInput): Step[] {
  const written = writtenIn({ message, threads: facts.threads });
  const copies = readersOf(message)
    .filter(side => side !== written)
    .map<Step>(side => ({ kind: 'copy', side, event, message }));
  if (written === undefined || message.id !== facts.answeredMessageId) return copies;
  return [...copies, { kind: 'late-answer', side: written, event }];
}

/** A new note is copied; of a message that became one, what the reporter has of it is taken back. */
function planNote({ event, message, facts }: PlanCopiesInput): Step[] {
  if (!('internal' in event.changes)) return planCopies({ event, message, facts });
  return [{ kind: 'take-back', side: 'reporter', event, message }, ...planRedraws({ event, message })];
}

type WrittenInInput = { message: Message; threads: ReadonlyMap<ThreadSide, SlackRef> };

/** The thread a message was written in; undefined for one that came by a modal or by the API. */
function writtenIn(input: WrittenInInput): ThreadSide | undefined {
  const { threads } = input;
  const { origin, actor } = input.message;
  if (origin === null) return undefined;
  const sides = threadSides.filter(side => threads.get(side)?.channel === origin.channel);
  if (sides.length < 2) return sides[0];
  // Both threads stand in one channel: in the helpdesk's one people write as helpdesk.
  return sideOf(actor.role);
}

/** Several changes of one message are one redraw; a copy made in the same delivery is up to date already. */
function needsRedraw({ event, events }: { event: TicketEvent; events: TicketEvent[] }): boolean {
  const about = events.filter(({ messageId }) => messageId === event.messageId);
  const isDrawnNow = ({ type }: TicketEvent) => type === 'message.posted' || type === 'note.posted';
  return about.at(-1)?.id === event.id && !about.some(isDrawnNow);
}

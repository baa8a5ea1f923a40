import type { TicketEvent } from '@campus-desk/contract';

/** Events of one ticket that begin together, so that its cards are drawn once for them; the API looks up as many messages. */
const maxTogether = 500;
/** From so many events of one ticket at work on, others of it wait: a thread takes one post a second. */
const maxOfTicket = 20;
/** Filings at work at once: a channel of helpdesk takes one post a second, so these are twenty minutes of it. */
const maxFilings = 1200;

/** Events of one ticket, oldest first. */
export type TicketEvents = { number: number; events: TicketEvent[] };

/**
 * Events that were read and are not begun yet. One that is at work waits for Slack with 10 to 20 kB, one that stands here
 * with less than 1 kB: of many that wait for the same place in Slack, only the next are begun.
 */
export function createBacklog() {
  const ofNewTickets = new Map<number, TicketEvent[]>();
  const ofOthers = new Map<number, TicketEvent[]>();
  const atWork = new Map<number, number>();
  /** Tickets whose cards change: messages before that do not keep it waiting. */
  const changing = new Set<number>();
  let filings = 0;

  const roomFor = (number: number) => {
    const busy = atWork.get(number);
    return busy === undefined || changing.has(number) ? maxTogether : maxOfTicket - busy;
  };
  const count = ({ number, events }: TicketEvents, sign: 1 | -1) => {
    const left = (atWork.get(number) ?? 0) + sign * events.length;
    if (left > 0) atWork.set(number, left);
    else atWork.delete(number);
    if (startsTicket(events)) filings += sign;
  };
  const nextNew = () => (filings < maxFilings ? firstOf(ofNewTickets) : undefined);
  const nextOther = () => firstOf(ofOthers, roomFor);

  return {
    add(events: TicketEvent[]): void {
      for (const event of events) {
        const { ticketNumber, type } = event;
        if (type.startsWith('ticket.')) changing.add(ticketNumber);
        const waiting = ofNewTickets.get(ticketNumber) ?? ofOthers.get(ticketNumber);
        if (waiting !== undefined) waiting.push(event);
        else (startsTicket([event]) ? ofNewTickets : ofOthers).set(ticketNumber, [event]);
      }
    },

    /** Takes the oldest that may begin, with as many of its ticket as may; undefined when nothing may. */
    take(): TicketEvents | undefined {
      const [first] = [nextNew(), nextOther()]
        .filter(one => one !== undefined)
        .sort((a, b) => idOf(a) - idOf(b));
      if (first === undefined) return undefined;
      const { number, events } = first;
      const taken = { number, events: events.splice(0, roomFor(number)) };
      changing.delete(number);
      ofNewTickets.delete(number);
      if (events.length > 0) ofOthers.set(number, events);
      else ofOthers.delete(number);
      count(taken, 1);
      return taken;
    },

    hasNext: () => (nextNew() ?? nextOther()) !== undefined,
    /** What was taken is done. */
    ended: (taken: TicketEvents) => count(taken, -1),
  };
}

function startsTicket([first]: TicketEvent[]): boolean {
  return first?.type === 'ticket.filed';
}

function firstOf(
  waiting: ReadonlyMap<number, TicketEvent[]>,
  roomFor: (number: number) => number = () => 1,
): TicketEvents | undefined {
  for (const [number, events] of waiting) if (roomFor(number) > 0) return { number, events };
  return undefined;
}

function idOf({ events }: TicketEvents): number {
  return events[0]?.id ?? 0;
}

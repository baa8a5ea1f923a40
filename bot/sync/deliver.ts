import type { TicketEvent } from '@campus-desk/contract';
import type { Logger } from '@campus-desk/service-kit';
import { canBePutRight, SlackRefusal } from '../slack/errors.ts';
import { directMessagesWith } from '../slack/operator.ts';
import { helpdeskChannelOf, roomForCard } from './card-target.ts';
import { isElsewhere } from './cards.ts';
import type { MayBeShown, SharedTicket, SyncContext, TicketDelivery } from './context.ts';
import { gatherFacts } from './gather-facts.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { perform } from './perform.ts';
import { planCards, planEvents, type Step } from './plan.ts';
import { createRooms } from './rooms.ts';
import type { TryUntilDone } from './try-until-done.ts';

/** An event that could not be shown in full, why, and where in Slack. */
type Unshown = { id: number; reason: string; where: string };

/** What became of the events: `failed` ones never will be shown in full, `refused` ones may be tried again. */
export type DeliveryResult = { ids: number[]; failed: Unshown[]; refused: Unshown[] };

type DeliverInput = {
  number: number;
  events: TicketEvent[];
  /** What may have been shown before this. */
  mayBeShown: MayBeShown;
  /** Called when it is known what to do, and all of it waits for its turn or runs. */
  planned: () => void;
};

export type Deliver = (input: DeliverInput) => Promise<DeliveryResult>;

/** A ticket of which events are being delivered. */
type OpenTicket = { shared: SharedTicket; lanes: Lanes; deliveries: number };

type Refused = { reason: string; where: string; canBePutRight: boolean };

/** The steps of an event under way; each resolves to why it was refused, if it was. */
type Begun = { event: TicketEvent; outcomes: Promise<Refused | undefined>[] };

type CreateDeliverInput = { context: SyncContext; tryUntilDone: TryUntilDone; logger: Logger };

/**
 * Shows events of one ticket in Slack, each side in order; doing it again shows nothing twice. A step waits only for
 * what it must not overtake, so that a channel which takes no more posts now keeps back nothing but these. Throws when
 * the lease is lost.
 */
export function createDeliver({ context, tryUntilDone, logger }: CreateDeliverInput): Deliver {
  const open = new Map<number, OpenTicket>();
  const within = createRooms();

  return async input => {
    const ticket = open.get(input.number) ?? openTicket();
    open.set(input.number, ticket);
    ticket.deliveries += 1;
    const { known } = ticket.shared;
    known.upTo = Math.max(known.upTo, newestOf(input.events));
    try {
      const lane = ['plan'];
      const begun = await ticket.lanes({ after: lane, before: lane, run: () => begin({ ticket, ...input }) });
      input.planned();
      await Promise.allSettled(begun.flatMap(({ outcomes }) => outcomes));
      return await resultOf(begun);
    } finally {
      ticket.deliveries -= 1;
      if (ticket.deliveries === 0) open.delete(input.number);
    }
  };

  /** One event that cannot be read must not take its neighbours with it. */
  async function begin(input: DeliverInput & { ticket: OpenTicket }): Promise<Begun[]> {
    const { number, events } = input;
    try {
      return await beginTogether(input);
    } catch (error) {
      const [event, ...others] = events;
      if (event === undefined || context.slack.permit.signal.aborted) throw error;
      if (others.length === 0) return [{ event, outcomes: [Promise.resolve(giveUp({ number, error }))] }];
    }
    const begun: Begun[] = [];
    for (const event of events) begun.push(...(await begin({ ...input, events: [event] })));
    return begun;
  }

  async function beginTogether(input: DeliverInput & { ticket: OpenTicket }): Promise<Begun[]> {
    const { number, events, mayBeShown, ticket } = input;
    const { shared } = ticket;
    const { client } = context;
    const facts = await tryUntilDone({
      ticket: number,
      run: () => gatherFacts({ client, number, events }),
    });
    for (const [side, thread] of facts.threads)
      if (!shared.threads.has(side)) shared.threads.set(side, thread);
    const upTo = newestOf(events);
    const delivery = { ...shared, ticket: facts.ticket, upTo, refusals: new Map(), mayBeShown };
    const factsNow = { ...facts, threads: shared.threads };
    const start = (step: Step) => startStep({ lanes: ticket.lanes, delivery, step });
    const cardOutcomes = planCards({ events, facts: factsNow }).map(start);
    if (isElsewhere({ context, delivery })) {
      // A card that moves takes the thread with it.
      input.planned();
      await Promise.allSettled(cardOutcomes);
    }
    return planEvents({ events, facts: factsNow }).map(({ event, steps }) => ({
      event,
      outcomes: [...cardOutcomes, ...steps.map(start)],
    }));
  }

  function startStep({ lanes, delivery, step }: StartStepInput): Promise<Refused | undefined> {
    const again: TicketDelivery = { ...delivery, mayBeShown: () => 'by us' };
    const { number } = delivery.ticket;
    const run = async (letPass: () => void) => {
      try {
        await tryUntilDone({
          ticket: number,
          run: attempt => perform({ context, delivery: attempt === 1 ? delivery : again, step, letPass }),
        });
      } catch (error) {
        if (error instanceof SlackRefusal) return noteRefusal({ context, delivery, step, refusal: error });
        if (context.slack.permit.signal.aborted) throw error;
        return giveUp({ number, error });
      }
    };
    const runInTurn = (letPass: () => void) =>
      within({ room: roomOf({ context, delivery, step }), run: () => run(letPass) });
    const outcome = lanes({ ...lanesOf(step), run: runInTurn });
    // It is waited for only when all of them have begun.
    outcome.catch(() => undefined);
    return outcome;
  }

  /** What is neither an outage nor a refusal must not block its ticket for ever. */
  function giveUp({ number, error }: { number: number; error: unknown }): Refused {
    logger.error({ err: error, ticket: number }, 'events cannot be shown in Slack');
    const reason = `internal: ${error instanceof Error ? error.message : error}`;
    return { reason, where: 'sync', canBePutRight: false };
  }
}

type StartStepInput = { lanes: Lanes; delivery: TicketDelivery; step: Step };

function openTicket(): OpenTicket {
  const shared = {
    threads: new Map(),
    known: { upTo: 0 },
    drawnUpTo: new Map(),
    statePosted: new Map(),
    renewals: new Map(),
  };
  return { shared, lanes: createLanes(), deliveries: 0 };
}

function newestOf(events: TicketEvent[]): number {
  return Math.max(...events.map(({ id }) => id));
}

/** What goes into a thread comes after its card, in order; a card waits for its own earlier states only. */
function lanesOf(step: Step): { after: string[]; before: string[] } {
  const card = `${step.side} card`;
  const thread = `${step.side} thread`;
  if (step.kind === 'tell') {
    const follower = [`follower ${step.follower.userId}`];
    // What becomes of these copies is shown together with that of helpdesk's.
    const copy = step.message === undefined ? [] : [`helpdesk copy of ${step.message.id}`];
    return { after: follower, before: [...follower, ...copy] };
  }
  if (step.kind === 'card') return { after: [card], before: [card, thread] };
  if (step.kind === 'wave') return { after: ['wave'], before: ['wave'] };
  const copy = 'message' in step ? [`${step.side} copy of ${step.message.id}`] : [];
  // A card that moves carries copies along.
  if (step.kind === 'redraw') return { after: [card, ...copy], before: copy };
  return { after: [thread, ...copy], before: [thread, ...copy] };
}

async function resultOf(begun: Begun[]): Promise<DeliveryResult> {
  const result: DeliveryResult = { ids: [], failed: [], refused: [] };
  for (const { event, outcomes } of begun) {
    const first = (await Promise.all(outcomes)).find(outcome => outcome !== undefined);
    if (first === undefined) result.ids.push(event.id);
    else {
      const { reason, where } = first;
      result[first.canBePutRight ? 'refused' : 'failed'].push({ id: event.id, reason, where });
    }
  }
  return result;
}

type NoteRefusalInput = {
  context: SyncContext;
  delivery: TicketDelivery;
  step: Step;
  refusal: SlackRefusal;
};

/** Remembers why a side has no card, and says where the operator should look. */
function noteRefusal({ context, delivery, step, refusal }: NoteRefusalInput): Refused {
  const { reason, channel } = refusal;
  if (step.kind === 'card') delivery.refusals.set(step.side, refusal);
  const where = channel ?? whereOf({ context, delivery, step });
  return { reason, where, canBePutRight: canBePutRight(reason) };
}

type WhereOfInput = Omit<NoteRefusalInput, 'refusal'>;

/** Of a rush of filings all cards wait for the same. */
function roomOf({ context, delivery, step }: WhereOfInput): string | undefined {
  const isNewCard = step.kind === 'card' && !delivery.threads.has(step.side);
  return isNewCard ? roomForCard({ context, ticket: delivery.ticket, side: step.side }) : undefined;
}

/** What a step was about where Slack refused it before there was a channel. */
function whereOf({ context, delivery: { ticket }, step }: WhereOfInput): string {
  if (step.kind === 'tell') return directMessagesWith(step.follower.userId);
  if (step.side === 'reporter') return directMessagesWith(ticket.reporter.id);
  return helpdeskChannelOf({ context, ticket });
}

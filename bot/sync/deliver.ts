import type { ThreadSide, TicketEvent } from '@campus-desk/contract';
import { canBePutRight, SlackRefusal } from '../slack/errors.ts';
import { lateAnswer } from '../ui/late-answer.ts';
import { mentionOf } from '../ui/mention.ts';
import { assignmentNotice, notice } from '../ui/notice.ts';
import { helpdeskChannelOf } from './card-target.ts';
import { showCard } from './cards.ts';
import type { MayBeShown, SyncContext, TicketDelivery } from './context.ts';
import { announceFollowUp } from './follow-up.ts';
import { gatherFacts } from './gather-facts.ts';
import { copyMessage, redrawCopies } from './mirror.ts';
import { planCards, planEvents, type Step } from './plan.ts';
import { postInThread } from './threads.ts';

/** An event that could not be shown in full, why, and where in Slack. */
type Unshown = { id: number; reason: string; where: string };

/** What became of the events: `failed` ones never will be shown in full, `refused` ones may be tried again. */
export type DeliveryResult = { ids: number[]; failed: Unshown[]; refused: Unshown[] };

type DeliverTicketInput = {
  context: SyncContext;
  number: number;
  events: TicketEvent[];
  mayBeShown: MayBeShown;
};

/**
 * Shows events of one ticket in Slack, in order; doing it again shows nothing twice. Throws when it could not be
 * finished now: the API cannot be reached, or the lease is lost.
 */
export async function deliverTicket(input: DeliverTicketInput): Promise<DeliveryResult> {
  const { context, number, events, mayBeShown } = input;
  const facts = await gatherFacts({ client: context.client, number, events });
  const delivery: TicketDelivery = {
    ticket: facts.ticket,
    threads: new Map(facts.threads),
    refusals: new Map(),
    mayBeShown,
  };

  const cardRefusals = await performAll({ context, delivery, steps: planCards({ events, facts }) });
  const result: DeliveryResult = { ids: [], failed: [], refused: [] };
  // A card that has moved took the thread with it.
  const planned = planEvents({ events, facts: { ...facts, threads: delivery.threads } });
  for (const { event, steps } of planned) {
    const refusals = [...cardRefusals, ...(await performAll({ context, delivery, steps }))];
    const [first] = refusals;
    if (first === undefined) result.ids.push(event.id);
    else result[canBePutRight(first.reason) ? 'refused' : 'failed'].push({ id: event.id, ...first });
  }
  return result;
}

type Refused = { reason: string; where: string };

type PerformAllInput = { context: SyncContext; delivery: TicketDelivery; steps: Step[] };

/** The steps of one event are about different threads, so they need not wait for each other. */
async function performAll({ context, delivery, steps }: PerformAllInput): Promise<Refused[]> {
  const outcomes = await Promise.allSettled(steps.map(step => perform({ context, delivery, step })));
  const refused: Refused[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'fulfilled') continue;
    if (!(outcome.reason instanceof SlackRefusal)) throw outcome.reason;
    refused.push(noteRefusal({ context, delivery, step: steps[index], refusal: outcome.reason }));
  }
  return refused;
}

type NoteRefusalInput = {
  context: SyncContext;
  delivery: TicketDelivery;
  step: Step | undefined;
  refusal: SlackRefusal;
};

/** Remembers why a side has no card, and says where the operator should look. */
function noteRefusal({ context, delivery, step, refusal }: NoteRefusalInput): Refused {
  const { reason } = refusal;
  if (step === undefined || step.kind === 'redraw') return { reason, where: 'chat.update' };
  if (step.kind === 'card') delivery.refusals.set(step.side, refusal);
  return { reason, where: whereOf({ context, delivery, step }) };
}

type WhereOfInput = {
  context: SyncContext;
  delivery: TicketDelivery;
  step: Extract<Step, { side: ThreadSide }>;
};

/** The channel a step was about; a card of helpdesk may be on its way to another one than its thread's. */
function whereOf({ context, delivery: { ticket, threads }, step }: WhereOfInput): string {
  const bound = threads.get(step.side)?.channel;
  if (step.side === 'reporter') return bound ?? `DM with ${ticket.reporter.id}`;
  const isOnItsWay = step.kind === 'card' && ticket.status !== 'closed';
  return isOnItsWay || bound === undefined ? helpdeskChannelOf({ context, ticket }) : bound;
}

type PerformInput = { context: SyncContext; delivery: TicketDelivery; step: Step };

async function perform({ context, delivery, step }: PerformInput): Promise<unknown> {
  const { ticket } = delivery;
  switch (step.kind) {
    case 'card':
      return showCard({ context, delivery, ...step });
    case 'notice': {
      const isEnd = step.event.type === 'ticket.closed' && step.side === 'reporter';
      const post = notice({ event: step.event, ticket, to: isEnd ? mentionOf(ticket.reporter) : undefined });
      return postInThread({ context, delivery, ...step, part: `${step.side}-notice`, post });
    }
    case 'assignment': {
      const to = mentionOf(step.to);
      if (to === undefined) return;
      const post = assignmentNotice({ ticket, to });
      return postInThread({ context, delivery, ...step, part: `${step.side}-assignment`, post });
    }
    case 'copy':
      return copyMessage({ context, delivery, ...step });
    case 'redraw':
      return redrawCopies({ context, delivery, message: step.message });
    case 'late-answer':
      return postInThread({ context, delivery, ...step, part: 'late-answer', post: lateAnswer({ ticket }) });
    case 'follow-up':
      return announceFollowUp({ context, delivery, ...step });
  }
}

import type { TicketEvent } from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import { lateAnswer } from '../ui/late-answer.ts';
import { notice } from '../ui/notice.ts';
import { showCard } from './cards.ts';
import type { MayBeShown, SyncContext, TicketDelivery } from './context.ts';
import { announceFollowUp } from './follow-up.ts';
import { gatherFacts } from './gather-facts.ts';
import { copyMessage, redrawCopies } from './mirror.ts';
import { plan, type Step } from './plan.ts';
import { postInThread } from './threads.ts';

/** What became of the events: `failed` ones could not be shown in full, and never will be. */
export type Delivery = {
  ids: number[];
  failed: { id: number; reason: string; where: string }[];
};

type DeliverTicketInput = {
  context: SyncContext;
  number: number;
  events: TicketEvent[];
  mayBeShown: MayBeShown;
};

/**
 * Shows events of one ticket in Slack, in order; doing it again shows nothing twice. Throws when it could not be
 * finished now: the API is away or the lease is lost.
 */
export async function deliverTicket(input: DeliverTicketInput): Promise<Delivery> {
  const { context, number, events, mayBeShown } = input;
  const facts = await gatherFacts({ client: context.client, number, events });
  const { cards, rest } = plan({ events, facts });
  const about: TicketDelivery = {
    ticket: facts.ticket,
    threads: new Map(facts.threads),
    refusals: new Map(),
    mayBeShown,
  };

  const cardRefusals = await performAll({ context, about, steps: cards });
  const delivery: Delivery = { ids: [], failed: [] };
  for (const { event, steps } of rest) {
    const refusals = [...cardRefusals, ...(await performAll({ context, about, steps }))];
    const [first] = refusals;
    if (first === undefined) delivery.ids.push(event.id);
    else delivery.failed.push({ id: event.id, ...first });
  }
  return delivery;
}

type Refused = { reason: string; where: string };

type PerformAllInput = { context: SyncContext; about: TicketDelivery; steps: Step[] };

/** The steps of one event are about different threads, so they need not wait for each other. */
async function performAll({ context, about, steps }: PerformAllInput): Promise<Refused[]> {
  const outcomes = await Promise.allSettled(steps.map(step => perform({ context, about, step })));
  const refused: Refused[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'fulfilled') continue;
    if (!(outcome.reason instanceof SlackRefusal)) throw outcome.reason;
    refused.push(noteRefusal({ context, about, step: steps[index], refusal: outcome.reason }));
  }
  return refused;
}

type NoteRefusalInput = {
  context: SyncContext;
  about: TicketDelivery;
  step: Step | undefined;
  refusal: SlackRefusal;
};

/** Remembers why a side has no card, and says where the operator should look. */
function noteRefusal({ context, about, step, refusal }: NoteRefusalInput): Refused {
  const { reason } = refusal;
  if (step === undefined || step.kind === 'redraw') return { reason, where: 'chat.update' };
  if (step.kind === 'card') about.refusals.set(step.side, refusal);
  const elsewhere =
    step.side === 'helpdesk' ? context.helpdeskChannel : `DM with ${about.ticket.reporter.id}`;
  return { reason, where: about.threads.get(step.side)?.channel ?? elsewhere };
}

type PerformInput = { context: SyncContext; about: TicketDelivery; step: Step };

async function perform({ context, about, step }: PerformInput): Promise<unknown> {
  const { ticket } = about;
  switch (step.kind) {
    case 'card':
      return showCard({ context, about, ...step });
    case 'notice': {
      const post = notice({ event: step.event, ticket });
      return postInThread({ context, about, ...step, part: `${step.side}-notice`, post });
    }
    case 'copy':
      return copyMessage({ context, about, ...step });
    case 'redraw':
      return redrawCopies({ context, message: step.message });
    case 'late-answer':
      return postInThread({ context, about, ...step, part: 'late-answer', post: lateAnswer({ ticket }) });
    case 'follow-up':
      return announceFollowUp({ context, about, ...step });
  }
}

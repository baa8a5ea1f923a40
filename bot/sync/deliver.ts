import type { TicketEvent } from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import { lateAnswer } from '../ui/late-answer.ts';
import { notice } from '../ui/notice.ts';
import { showCard } from './cards.ts';
import type { Bench, Case, MayBeShown } from './context.ts';
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

/**
 * Shows events of one ticket in Slack, in order; doing it again shows nothing twice. Throws when it could not be
 * finished now: the API is away or the lease is lost.
 */
export async function deliverTicket({
  bench,
  number,
  events,
  mayBeShown,
}: {
  bench: Bench;
  number: number;
  events: TicketEvent[];
  mayBeShown: MayBeShown;
}): Promise<Delivery> {
  const facts = await gatherFacts({ client: bench.client, number, events });
  const { cards, rest } = plan({ events, facts });
  const about: Case = {
    ticket: facts.ticket,
    threads: new Map(facts.threads),
    refusals: new Map(),
    mayBeShown,
  };

  const cardRefusals = await performAll({ bench, about, steps: cards });
  const delivery: Delivery = { ids: [], failed: [] };
  for (const { event, steps } of rest) {
    const refusals = [...cardRefusals, ...(await performAll({ bench, about, steps }))];
    const [first] = refusals;
    if (first === undefined) delivery.ids.push(event.id);
    else delivery.failed.push({ id: event.id, ...first });
  }
  return delivery;
}

type Refused = { reason: string; where: string };

/** The steps of one event are about different threads, so they need not wait for each other. */
async function performAll({
  bench,
  about,
  steps,
}: {
  bench: Bench;
  about: Case;
  steps: Step[];
}): Promise<Refused[]> {
  const outcomes = await Promise.allSettled(steps.map(step => perform({ bench, about, step })));
  const refused: Refused[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'fulfilled') continue;
    if (!(outcome.reason instanceof SlackRefusal)) throw outcome.reason;
    refused.push(noteRefusal({ bench, about, step: steps[index], refusal: outcome.reason }));
  }
  return refused;
}

/** Remembers why a side has no card, and says where the operator should look. */
function noteRefusal({
  bench,
  about,
  step,
  refusal,
}: {
  bench: Bench;
  about: Case;
  step: Step | undefined;
  refusal: SlackRefusal;
}): Refused {
  const { reason } = refusal;
  if (step === undefined || step.kind === 'redraw') return { reason, where: 'chat.update' };
  if (step.kind === 'card') about.refusals.set(step.side, refusal);
  const elsewhere = step.side === 'helpdesk' ? bench.helpdeskChannel : `DM with ${about.ticket.reporter.id}`;
  return { reason, where: about.threads.get(step.side)?.channel ?? elsewhere };
}

async function perform({ bench, about, step }: { bench: Bench; about: Case; step: Step }): Promise<unknown> {
  const { ticket } = about;
  switch (step.kind) {
    case 'card':
      return showCard({ bench, about, ...step });
    case 'notice': {
      const post = notice({ event: step.event, ticket });
      return postInThread({ bench, about, ...step, part: `${step.side}-notice`, post });
    }
    case 'copy':
      return copyMessage({ bench, about, ...step });
    case 'redraw':
      return redrawCopies({ bench, message: step.message });
    case 'late-answer':
      return postInThread({ bench, about, ...step, part: 'late-answer', post: lateAnswer({ ticket }) });
    case 'follow-up':
      return announceFollowUp({ bench, about, ...step });
  }
}

import { campusDesk, type TicketEvent } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { literal, moment, paragraph, quotation } from './elements.ts';
import type { Mention } from './mention.ts';
import { escapeText, fallbackPart, shorten } from './text.ts';

type Notice = { text: string; blocks: KnownBlock[] };

/** Longest reason in a notice, in escaped characters; the card has it too. */
const maxReasonLength = 1500;

const waitingChange = z.object({
  waiting: z.object({ to: z.object({ until: z.string(), reason: z.string() }) }),
});

/** The line by which a reporter learns until when their ticket waits, and for what. */
export function waitingNotice({ event }: { event: TicketEvent }): Notice {
  const sentence = `${shorten({ text: event.actor.name, max: 200 })} lets ticket #${event.ticketNumber} wait`;
  const waiting = waitingChange.safeParse(event.changes).data?.waiting.to;
  if (waiting === undefined)
    return { text: escapeText(`${sentence}.`), blocks: [paragraph([literal(`${sentence}.`)])] };
  const until = moment(waiting.until);
  const reason = fallbackPart({ text: waiting.reason, max: maxReasonLength });
  return {
    text: `${escapeText(sentence)} until ${until.fallback}: ${reason}`,
    blocks: [
      paragraph([literal(`${sentence} until `), until, literal(':')]),
      quotation(shorten({ text: waiting.reason, max: maxReasonLength })),
    ],
  };
}

type WokenNoticeInput = { event: TicketEvent; to: Mention | undefined };

/** The line that says why a ticket is no longer waiting, to who works on it where it is theirs. */
export function wokenNotice({ event, to }: WokenNoticeInput): Notice {
  const words = `Ticket #${event.ticketNumber} is no longer waiting: ${reasonOf(event)}.`;
  const addressed = to === undefined ? [] : [to.element, literal(': ')];
  return {
    text: `${to === undefined ? '' : `${to.token}: `}${escapeText(words)}`,
    blocks: [paragraph([...addressed, literal(words)])],
  };
}

function reasonOf({ actor }: TicketEvent): string {
  if (actor.id === campusDesk.id) return 'its date has come';
  const name = shorten({ text: actor.name, max: 200 });
  return actor.role === 'user' ? `${name} has written` : `${name} ended that`;
}

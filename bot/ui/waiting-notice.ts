import { campusDesk, type TicketEvent } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { moment, paragraph, quotation, sentence } from './elements.ts';
import { formatName } from './format-name.ts';
import type { Mention } from './mention.ts';
import { addressed } from './notice.ts';
import { escapeText, fallbackPart, shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';

type Notice = { text: string; blocks: KnownBlock[] };

/** Longest reason in a notice, in escaped characters; the card has it too. */
const maxReasonLength = 1500;

const waitingChange = z.object({
  waiting: z.object({ to: z.object({ until: z.string(), reason: z.string() }) }),
});

type WaitingNoticeInput = { event: TicketEvent; texts: Texts };

/** The line by which a reporter learns until when their ticket waits, and for what. */
export function waitingNotice({ event, texts }: WaitingNoticeInput): Notice {
  const { notices } = texts;
  const name = formatName({ person: event.actor, texts });
  const { ticketNumber: number } = event;
  const waiting = waitingChange.safeParse(event.changes).data?.waiting.to;
  if (waiting === undefined)
    return addressed({ words: notices.waiting({ name, number }), to: undefined, texts });
  const at = moment(waiting.until);
  const message = (pieces: { at: string }) => notices.waitingUntil({ ...pieces, name, number });
  const reason = fallbackPart({ text: waiting.reason, max: maxReasonLength });
  return {
    text: `${escapeText(message({ at: at.fallback ?? '' }))} ${reason}`,
    blocks: [
      paragraph(sentence({ message, pieces: { at } })),
      quotation(shorten({ text: waiting.reason, max: maxReasonLength })),
    ],
  };
}

type WokenNoticeInput = WaitingNoticeInput & { to: Mention | undefined };

/** The line that says why a ticket is no longer waiting, to who works on it where it is theirs. */
export function wokenNotice({ event, to, texts }: WokenNoticeInput): Notice {
  return addressed({ words: wordsOf({ event, texts }), to, texts });
}

function wordsOf({ event: { actor, ticketNumber: number }, texts }: WaitingNoticeInput): string {
  const { woken } = texts.notices;
  if (actor.id === campusDesk.id) return woken.date({ number });
  const name = formatName({ person: actor, texts });
  return actor.role === 'user' ? woken.written({ name, number }) : woken.ended({ name, number });
}

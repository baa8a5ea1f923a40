import type { TicketEvent } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { literal, paragraph } from './elements.ts';
import { escapeText, shorten } from './text.ts';

const duplicateChange = z.object({ duplicateOf: z.object({ to: z.int() }) });

/** The line by which a reporter learns that somebody else reported the same, or that it is not the same after all. */
export function duplicateNotice(event: TicketEvent): { text: string; blocks: KnownBlock[] } {
  const name = shorten({ text: event.actor.name, max: 200 });
  const original = duplicateChange.safeParse(event.changes).data?.duplicateOf.to;
  const sentence =
    original === undefined
      ? `${name} found that ticket #${event.ticketNumber} is a problem of its own after all.`
      : `${name} found that ticket #${event.ticketNumber} is about the same problem as ticket #${original}, which is worked on for both. You will be told here how it goes on.`;
  return { text: escapeText(sentence), blocks: [paragraph([literal(sentence)])] };
}

import type { TicketEvent } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { formatName } from './format-name.ts';
import { addressed } from './notice.ts';
import type { Texts } from './texts/texts.ts';

const duplicateChange = z.object({ duplicateOf: z.object({ to: z.int() }) });

type DuplicateNoticeInput = { event: TicketEvent; texts: Texts };

/** The line by which a reporter learns that somebody else reported the same, or that it is not the same after all. */
export function duplicateNotice(input: DuplicateNoticeInput): { text: string; blocks: KnownBlock[] } {
  const { event, texts } = input;
  const { duplicate } = texts.notices;
  const name = formatName({ person: event.actor, texts });
  const { ticketNumber: number } = event;
  const original = duplicateChange.safeParse(event.changes).data?.duplicateOf.to;
  const words =
    original === undefined ? duplicate.own({ name, number }) : duplicate.same({ name, number, original });
  return addressed({ words, to: undefined, texts });
}

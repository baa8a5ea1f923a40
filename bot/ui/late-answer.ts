import type { Ticket } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { line } from './elements.ts';
import type { Texts } from './texts/texts.ts';
import { buttonRow } from './ticket-buttons.ts';

type LateAnswer = { text: string; blocks: KnownBlock[] };

/** The answer to somebody who writes under a closed ticket: it is kept, and how to get help again. */
export function lateAnswer({ ticket, texts }: { ticket: Ticket; texts: Texts }): LateAnswer {
  const words = texts.notices.late({ number: ticket.number });
  return {
    text: `${words} ${texts.buttons.followUp}`,
    blocks: [line(words), ...buttonRow({ ticket, role: 'user', buttons: ['followUp'], texts })],
  };
}

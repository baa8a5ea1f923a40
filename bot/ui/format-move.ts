import { isSomebody, type Ticket } from '@campus-desk/contract';
import { formatName } from './format-name.ts';
import { oneLine } from './text.ts';
import type { Texts } from './texts/texts.ts';

type FormatMoveInput = { ticket: Ticket; texts: Texts };

/** Whose turn it is, such as `Waiting for Ada Okafor`, or for what it waits; undefined once the ticket is closed. */
export function formatMove({ ticket, texts }: FormatMoveInput): string | undefined {
  const { move, reporter, waiting } = ticket;
  const { waitingFor } = texts.facts;
  if (move === null) return undefined;
  if (waiting !== null) return texts.facts.waiting({ reason: oneLine({ text: waiting.reason, max: 200 }) });
  if (move === 'helpdesk') return waitingFor.helpdesk;
  return isSomebody(reporter)
    ? waitingFor.somebody
    : waitingFor.reporter({ name: formatName({ person: reporter, texts }) });
}

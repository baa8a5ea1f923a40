import { isSomebody, type Ticket } from '@campus-desk/contract';
import { oneLine, shorten } from './text.ts';

/** Whose turn it is, such as `Waiting for Ada Okafor`, or for what it waits; undefined once the ticket is closed. */
export function formatMove({ move, reporter, waiting }: Ticket): string | undefined {
  if (move === null) return undefined;
  if (waiting !== null) return `Waiting: ${oneLine({ text: waiting.reason, max: 200 })}`;
  if (move === 'helpdesk') return 'Waiting for helpdesk';
  const name = isSomebody(reporter) ? 'the reporter' : shorten({ text: reporter.name, max: 200 });
  return `Waiting for ${name}`;
}

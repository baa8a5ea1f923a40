import type { Ticket } from '@campus-desk/contract';
import { shorten } from './text.ts';

/** Whose turn it is, such as `Waiting for Ada Okafor`; undefined once the ticket is closed. */
export function formatMove({ move, reporter }: Ticket): string | undefined {
  if (move === null) return undefined;
  return `Waiting for ${move === 'helpdesk' ? 'helpdesk' : shorten({ text: reporter.name, max: 200 })}`;
}

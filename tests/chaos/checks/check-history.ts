import { isDeepStrictEqual } from 'node:util';
import { statuses } from '@campus-desk/contract';
import type { Known } from './check-diary.ts';

const checked = [
  'status',
  'description',
  'location',
  'place',
  'category',
  'closingNote',
  'solved',
  'waiting',
  'duplicateOf',
  'duplicates',
] as const;

/** What is illegal in one ticket's history, or does not lead to the ticket as it is. */
export function checkHistory({ ticket, events }: Known): string[] {
  const ticketEvents = events.filter(({ type }) => type.startsWith('ticket.'));
  const problems: string[] = [];
  if (ticketEvents[0]?.type !== 'ticket.filed') problems.push('its history does not begin with the filing');
  if (ticketEvents.filter(({ type }) => type === 'ticket.filed').length > 1)
    problems.push('it is filed twice');
  if (ticketEvents.length !== ticket.version)
    problems.push(`it has ${ticketEvents.length} events and version ${ticket.version}`);

  for (const field of checked) {
    const changes = ticketEvents.flatMap(({ type, changes }) =>
      type === 'ticket.filed' ? [] : (changes[field] ?? []),
    );
    for (const [at, { from }] of changes.entries()) {
      const before = changes[at - 1];
      if (before !== undefined && !isDeepStrictEqual(before.to, from))
        problems.push(`the history of its ${field} has a gap`);
    }
    const last = changes.at(-1);
    if (last !== undefined && !isDeepStrictEqual(last.to, ticket[field]))
      problems.push(`its ${field} is not what was last set`);
  }
  const moves = ticketEvents.flatMap(({ changes }) => changes.status ?? []).map(({ to }) => to);
  const legal = statuses.slice(1, statuses.indexOf(ticket.status) + 1);
  if (moves.filter(to => to !== 'open').join() !== legal.join()) problems.push(`it moved ${moves.join()}`);
  const { move } = ticket;
  const turns = events.flatMap(({ changes }) => changes.move ?? []);
  if (turns.some(({ from }, at) => from !== (turns[at - 1]?.to ?? 'helpdesk')))
    problems.push('the history of whose move it is has a gap');
  if (move !== null && move !== (turns.at(-1)?.to ?? 'helpdesk'))
    problems.push(`it is the move of ${move}, but ${JSON.stringify(turns)}`);
  return problems.map(problem => `ticket ${ticket.number}: ${problem}`);
}

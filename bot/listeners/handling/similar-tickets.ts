import type { Client, Role, Ticket } from '@campus-desk/contract';
import type { Candidate } from '../../ui/duplicate-form.ts';

const maxSimilar = 10;
/** Characters of a description that are searched for: more would be an address too long, and say no more. */
const maxSearched = 500;

type SimilarTicketsInput = {
  client: Pick<Client, 'findSimilar' | 'listTickets'>;
  ticket: Pick<Ticket, 'number' | 'description' | 'location'>;
  role: Role;
};

/**
 * Unclosed tickets that may be about the same problem as this one, none of which is a duplicate itself: first what tells
 * of the same, in whatever language, then what has the same words.
 */
export async function similarTickets({ client, ticket, role }: SimilarTicketsInput): Promise<Candidate[]> {
  const text = [...ticket.description].slice(0, maxSearched).join('');
  const query = { role, status: 'open,active', q: text, limit: 2 * maxSimilar };
  const [alike, { tickets }] = await Promise.all([
    client.findSimilar({ text, location: ticket.location ?? undefined, role }),
    client.listTickets(query),
  ]);
  const found: Candidate[] = [...alike, ...tickets.filter(({ duplicateOf }) => duplicateOf === null)];
  const byNumber = new Map(found.map(one => [one.number, one]));
  byNumber.delete(ticket.number);
  return [...byNumber.values()].slice(0, maxSimilar);
}

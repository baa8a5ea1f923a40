import type { Client, Role, Ticket } from '@campus-desk/contract';

const maxSimilar = 10;
/** Characters of a description that are searched for: more would be an address too long, and say no more. */
const maxSearched = 500;

type SimilarTicketsInput = {
  client: Pick<Client, 'listTickets'>;
  ticket: Pick<Ticket, 'number' | 'description'>;
  role: Role;
};

/** Unclosed tickets with the same words as this one, best first, none of which is a duplicate itself. */
export async function similarTickets({ client, ticket, role }: SimilarTicketsInput): Promise<Ticket[]> {
  const q = [...ticket.description].slice(0, maxSearched).join('');
  const query = { role, status: 'open,active', q, limit: 2 * maxSimilar };
  const { tickets } = await client.listTickets(query);
  const isOther = ({ number, duplicateOf }: Ticket) => number !== ticket.number && duplicateOf === null;
  return tickets.filter(isOther).slice(0, maxSimilar);
}

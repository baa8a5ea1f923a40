import type { Client, Role, Ticket } from '@campus-desk/contract';

const maxSimilar = 10;

type SimilarTicketsInput = {
  client: Pick<Client, 'listTickets'>;
  ticket: Pick<Ticket, 'number' | 'description'>;
  role: Role;
};

/** Unclosed tickets with the same words as this one, best first, none of which is a duplicate itself. */
export async function similarTickets({ client, ticket, role }: SimilarTicketsInput): Promise<Ticket[]> {
  const query = { role, status: 'open,active', q: ticket.description, limit: 2 * maxSimilar };
  const { tickets } = await client.listTickets(query);
  const isOther = ({ number, duplicateOf }: Ticket) => number !== ticket.number && duplicateOf === null;
  return tickets.filter(isOther).slice(0, maxSimilar);
}

import type { Actor, ChangeTicket, Client, Ticket } from '@campus-desk/contract';
import type { Random } from './random.ts';

const ben: Actor = { id: 'U05BEN', name: 'Ben', role: 'helpdesk' };

type ActOnTicketInput = { client: Client; number: number; numbers: number[]; random: Random; now: number };

/** Helpdesk starts work on a ticket, lets it wait, marks it as a duplicate of another, or takes that back. */
export async function actOnTicket(input: ActOnTicketInput): Promise<void> {
  const { client, number } = input;
  const ticket = await client.getTicket({ number, role: 'helpdesk' });
  const change = await changeOf({ ...input, ticket });
  await client.changeTicket({ number, actor: ben, ...change });
}

async function changeOf(input: ActOnTicketInput & { ticket: Ticket }): Promise<Omit<ChangeTicket, 'actor'>> {
  const { random, now, ticket } = input;
  if (ticket.duplicateOf !== null) return { duplicateOf: null };
  if (ticket.waiting !== null) return { waiting: null };
  if (random.chance(0.3)) return { duplicateOf: await originalFor(input) };
  if (ticket.status === 'open') return { status: 'active' };
  return { waiting: { until: new Date(now + 86_400_000).toISOString(), reason: 'A part is ordered' } };
}

/** Any ticket but itself and its own duplicates. */
async function originalFor({ client, numbers, random, ticket }: ActOnTicketInput & { ticket: Ticket }) {
  const others = numbers.filter(number => number !== ticket.number && !ticket.duplicates.includes(number));
  const { number, duplicateOf } = await client.getTicket({ number: random.pick(others), role: 'helpdesk' });
  return duplicateOf === ticket.number ? null : number;
}

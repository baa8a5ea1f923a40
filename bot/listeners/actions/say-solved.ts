import type { Ticket } from '@campus-desk/contract';
import { readReference } from '../../ui/reference.ts';
import type { Click } from '../handling/click.ts';
import { openFilingForm } from '../handling/open-filing-form.ts';
import { wordsOf } from '../handling/read-earlier.ts';
import { redraw } from '../handling/redraw.ts';

/** "Yes" to "Solved?". */
export async function saySolved(click: Click): Promise<void> {
  const ticket = await answer({ click, solved: true });
  await redraw({ click, ticket, role: 'user' });
}

/** "Not really": the form of the follow-up, with the words of the ticket, then the answered card. */
export async function sayNotSolved(click: Click): Promise<void> {
  const { context, triggerId } = click;
  const { id: userId } = click.user;
  const ticket = await answer({ click, solved: false });
  const filing = { role: 'user', followUpOf: ticket.number, ...wordsOf({ ticket, userId }) } as const;
  await openFilingForm({ context, target: { how: 'open', triggerId }, userId, filing });
  await redraw({ click, ticket, role: 'user' });
}

async function answer({ click, solved }: { click: Click; solved: boolean }): Promise<Ticket> {
  const { number } = readReference(click.value);
  return click.context.client.changeTicket({ number, actor: await click.actor('user'), solved });
}

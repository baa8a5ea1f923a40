import { pagesOf } from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import { type CatchUpContext, catchUpTicket } from './catch-up-ticket.ts';

/** Catches up with every ticket that is not closed; a thread Slack refuses to show is left out. */
export async function catchUpAll(context: CatchUpContext): Promise<{ recovered: number }> {
  const { client } = context;
  const { permit } = context.slack;
  const query = { role: 'helpdesk', status: 'open,active', sort: 'openedAt', limit: 100 } as const;
  let recovered = 0;
  for await (const { tickets } of pagesOf(cursor => client.listTickets({ ...query, cursor }))) {
    permit.check();
    for (const ticket of tickets)
      recovered += (await catchUpTicket({ context, ticket }).catch(noneWhenRefused)).recovered;
  }
  return { recovered };
}

function noneWhenRefused(error: unknown): { recovered: number } {
  if (error instanceof SlackRefusal) return { recovered: 0 };
  throw error;
}

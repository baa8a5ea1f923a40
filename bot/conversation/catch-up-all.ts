import { SlackRefusal } from '../slack/errors.ts';
import { type CatchUp, catchUpTicket } from './catch-up-ticket.ts';

/** Catches up with every ticket that is not closed; a thread Slack refuses to show is left out. */
export async function catchUpAll(input: CatchUp): Promise<{ recovered: number }> {
  let recovered = 0;
  let cursor: string | undefined;
  do {
    input.hold.check();
    const page = await input.client.listTickets({
      role: 'helpdesk',
      status: 'open,active',
      sort: 'openedAt',
      limit: 100,
      cursor,
    });
    for (const ticket of page.tickets)
      recovered += (await catchUpTicket({ ...input, ticket }).catch(noneWhenRefused)).recovered;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return { recovered };
}

function noneWhenRefused(error: unknown): { recovered: number } {
  if (error instanceof SlackRefusal) return { recovered: 0 };
  throw error;
}

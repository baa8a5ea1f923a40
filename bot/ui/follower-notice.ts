import type { Ticket, TicketEvent } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { ids } from '../ids.ts';
import { button } from './elements.ts';
import { notice } from './notice.ts';
import { writeReference } from './reference.ts';

type FollowerNoticeInput = { event: TicketEvent; ticket: Ticket };

/** The line by which somebody who follows a ticket learns of a step, with the ways to the ticket and out of it. */
export function followerNotice({ event, ticket }: FollowerNoticeInput): ReturnType<typeof notice> {
  const { text, blocks } = notice({ event, ticket, why: 'You follow it.' });
  // Closed tickets are for helpdesk's eyes, and nothing more is told of them.
  return { text, blocks: ticket.status === 'closed' ? blocks : [...blocks, ways(ticket)] };
}

function ways({ number, version }: Ticket): KnownBlock {
  const value = writeReference({ role: 'user', number, version });
  return {
    type: 'actions',
    block_id: `follower.${number}.${version}`,
    elements: [
      button({ text: 'View ticket', actionId: ids.ticket.view, value }),
      button({ text: 'Not mine any more', actionId: ids.follower.leave, value }),
    ],
  };
}

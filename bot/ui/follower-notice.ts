import type { Ticket, TicketEvent } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { ids } from '../ids.ts';
import { button } from './elements.ts';
import { notice } from './notice.ts';
import { writeReference } from './reference.ts';
import type { Texts } from './texts/texts.ts';

type FollowerNoticeInput = { event: TicketEvent; ticket: Ticket; texts: Texts };

/** The line by which somebody who follows a ticket learns of a step, with the ways to the ticket and out of it. */
export function followerNotice(input: FollowerNoticeInput): ReturnType<typeof notice> {
  const { ticket, texts } = input;
  const { text, blocks } = notice({ ...input, why: texts.notices.why.follows });
  // Closed tickets are for helpdesk's eyes, and nothing more is told of them.
  return { text, blocks: ticket.status === 'closed' ? blocks : [...blocks, ways({ ticket, texts })] };
}

type WaysInput = Pick<FollowerNoticeInput, 'ticket' | 'texts'>;

function ways({ ticket: { number, version }, texts }: WaysInput): KnownBlock {
  const value = writeReference({ role: 'user', number, version });
  return {
    type: 'actions',
    block_id: `follower.${number}.${version}`,
    elements: [
      button({ text: texts.common.viewTicket, actionId: ids.ticket.view, value }),
      button({ text: texts.report.joined.leave, actionId: ids.follower.leave, value }),
    ],
  };
}

import type { Ticket } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { literal, paragraph, plain } from './elements.ts';

type MovedCardInput = {
  ticket: Ticket;
  channel: string;
  /** Where the card stands now, when Slack said so. */
  permalink: string | undefined;
};

/** What stands in the place of a card that has moved to another channel: where it went, and no buttons. */
export function movedCard({ ticket, channel, permalink }: MovedCardInput): {
  text: string;
  blocks: KnownBlock[];
} {
  const address =
    permalink === undefined
      ? []
      : [literal(': '), { type: 'link' as const, url: permalink, text: 'open its card' }];
  return {
    text: `Ticket #${ticket.number} has moved to <#${channel}>.`,
    blocks: [
      { type: 'header', text: plain(`Ticket #${ticket.number} · Moved`) },
      paragraph([
        literal('It is now in '),
        { type: 'channel', channel_id: channel },
        ...address,
        literal('.'),
      ]),
    ],
  };
}

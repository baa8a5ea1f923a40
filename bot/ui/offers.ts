import { type Role, type SimilarTicket, statusNames } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { ids } from '../ids.ts';
import { button, line, plain } from './elements.ts';
import { formatAge } from './format-age.ts';
import { writeReference } from './reference.ts';
import { oneLine } from './text.ts';

/** What is offered in a filing form, and why: while somebody types, or before it is filed. */
export type Offers = { tickets: readonly SimilarTicket[]; isAsked: boolean; now: number };

const offerBlock = /^offer\.(\d+)$/;

/** Tickets that others have reported already, each with "Same here"; nothing where there are none. */
export function offerBlocks({ offers, role }: { offers: Offers | undefined; role: Role }): KnownBlock[] {
  if (offers === undefined || offers.tickets.length === 0) return [];
  const { tickets, isAsked, now } = offers;
  const heading = isAsked
    ? 'This may be reported already. If it is the same, press “Same here”. If not, press Send again.'
    : 'Is it one of these? Press “Same here”, and you are told how it goes.';
  return [
    { ...line(heading), block_id: 'offers' },
    ...tickets.map(ticket => offer({ ticket, role, now })),
    {
      type: 'actions',
      block_id: 'offers.different',
      elements: [button({ text: 'No, mine is different', actionId: ids.offer.different })],
    },
  ];
}

/** The numbers that a form as Slack shows it offers. */
export function offeredIn(blocks: readonly { block_id?: string }[]): number[] {
  return blocks.flatMap(({ block_id: id = '' }) => {
    const number = offerBlock.exec(id)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

/** Its number and age, its words, where it is and how many have it: nobody's name. */
function offer({ ticket, role, now }: { ticket: SimilarTicket; role: Role; now: number }): KnownBlock {
  const { number, version, status, description, location, place, openedAt, followers } = ticket;
  const where = location ?? place?.name ?? '';
  const lines = [
    [`#${number}`, statusNames[status], formatAge({ from: openedAt, now }) || 'new'],
    [oneLine({ text: description, max: 200 })],
    [oneLine({ text: where, max: 80 }), followers === 0 ? '1 person' : `${followers + 1} people`],
  ];
  return {
    type: 'section',
    block_id: `offer.${number}`,
    text: plain(lines.map(parts => parts.filter(part => part !== '').join(' · ')).join('\n')),
    accessory: button({
      text: 'Same here',
      actionId: ids.offer.join,
      value: writeReference({ role, number, version }),
      label: `Same here: ticket #${number}`,
    }),
  };
}

import type { Role, SimilarTicket } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { ids } from '../ids.ts';
import { button, line, plain, remark } from './elements.ts';
import { formatAge } from './format-age.ts';
import { writeReference } from './reference.ts';
import { oneLine } from './text.ts';
import type { Texts } from './texts/texts.ts';

/** What is offered in a filing form, and why: while somebody types, or before it is filed. */
export type Offers = { tickets: readonly SimilarTicket[]; isAsked: boolean; now: number };

const offerBlock = /^offer\.(\d+)$/;

type OfferBlocksInput = { offers: Offers | undefined; role: Role; texts: Texts };

/** Tickets that others have reported already, each with "Same here"; nothing where there are none. */
export function offerBlocks({ offers, role, texts }: OfferBlocksInput): KnownBlock[] {
  if (offers === undefined || offers.tickets.length === 0) return [];
  const { tickets, isAsked, now } = offers;
  const { heading, asked, different } = texts.report.offers;
  return [
    { ...line(isAsked ? asked : heading), block_id: 'offers' },
    ...tickets.flatMap(ticket => offer({ ticket, role, now, texts })),
    {
      type: 'actions',
      block_id: 'offers.different',
      elements: [button({ text: different, actionId: ids.offer.different })],
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

type OfferInput = { ticket: SimilarTicket; role: Role; now: number; texts: Texts };

/** Its number, status and words, and small below them its age, where it is and how many have it: nobody's name. */
function offer({ ticket, role, now, texts }: OfferInput): KnownBlock[] {
  const { number, version, status, description, location, place, openedAt, followers } = ticket;
  const { offers } = texts.report;
  const where = location ?? place?.name ?? '';
  const words = oneLine({ text: description, max: 200 });
  const facts = [
    formatAge({ from: openedAt, now, texts }) || offers.new,
    oneLine({ text: where, max: 80 }),
    texts.common.people({ count: followers + 1 }),
  ];
  return [
    {
      type: 'section',
      block_id: `offer.${number}`,
      text: plain(`#${number} · ${texts.common.status[status]}\n${words}`),
      accessory: button({
        text: offers.sameHere,
        actionId: ids.offer.join,
        value: writeReference({ role, number, version }),
        label: offers.sameHereLabel({ number }),
      }),
    },
    remark(facts.filter(fact => fact !== '').join(' · ')),
  ];
}

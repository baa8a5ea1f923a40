import type { Role, Ticket } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { ids } from '../ids.ts';
import { bold, button, line, literal, paragraph } from './elements.ts';
import { writeReference } from './reference.ts';
import { shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';

const maxShownPart = 300;

type AskForTwoTicketsInput = { ticket: Ticket; role: Role; texts: Texts };

/** Asks who filed a ticket that names two problems whether it should be two tickets; nothing for any other ticket. */
export function askForTwoTickets({ ticket, role, texts }: AskForTwoTicketsInput): KnownBlock[] {
  const { number, version, problems } = ticket;
  if (problems === undefined) return [];
  const { heading, separately, keep } = texts.report.twoProblems;
  const value = writeReference({ role, number, version });
  return [
    line(heading),
    ...problems.map(({ category, text }) =>
      paragraph([
        bold(`${texts.common.category[category]}: `),
        literal(shorten({ text, max: maxShownPart })),
      ]),
    ),
    {
      type: 'actions',
      block_id: `split.${number}.${version}`,
      elements: [
        button({ text: separately, actionId: ids.ticket.split, value }),
        button({ text: keep, actionId: ids.ticket.keep, value }),
      ],
    },
  ];
}

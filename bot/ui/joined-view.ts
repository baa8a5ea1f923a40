import type { Role, Ticket } from '@campus-desk/contract';
import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { bold, button, line, paragraph, quotation, remark, sentence } from './elements.ts';
import { modal } from './modal.ts';
import { writePage } from './page.ts';
import { writeReference } from './reference.ts';
import { shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';
import { formatPeople } from './ticket-facts.ts';

type JoinedViewInput = {
  texts: Texts;
  ticket: Ticket;
  role: Role;
  command: string;
  userId: string;
  joinedFor?: string | undefined;
};

/** The confirmation of "Same here": what the person is told from now on, and that no second ticket was made. */
export function joinedView(input: JoinedViewInput): ModalView {
  const { texts, ticket, role, command, userId, joinedFor } = input;
  const { joined } = texts.report;
  const { number, version } = ticket;
  const value = writeReference({ role, number, version });
  const people = formatPeople({ ticket, texts });
  const isOwn = ticket.reporter.id === userId;
  const leave = button({ text: joined.leave, actionId: ids.follower.leave, value });
  return modal({
    title: joined.title({ number }),
    close: texts.common.done,
    callbackId: ids.page.view,
    metadata: writePage({ page: 'ticket', role, number }),
    blocks: [
      line(isOwn ? whatReporterIsTold(input) : whatFollowerIsTold(input)),
      ...(people === undefined
        ? []
        : [paragraph(sentence({ message: joined.people, pieces: { people: bold(people) } }))]),
      quotation(shorten({ text: ticket.description, max: 3000 })),
      remark(joined.later({ command: `${command} ${number}` })),
      {
        type: 'actions',
        elements: [
          button({ text: texts.common.viewTicket, actionId: ids.ticket.back, value }),
          ...(isOwn || joinedFor !== undefined ? [] : [leave]),
        ],
      },
    ],
  });
}

type WhatIsToldInput = Pick<JoinedViewInput, 'texts' | 'ticket' | 'joinedFor'>;

function whatFollowerIsTold({ texts, ticket: { number }, joinedFor: name }: WhatIsToldInput): string {
  const { follower, followerFor } = texts.report.joined;
  return name === undefined ? follower({ number }) : followerFor({ name, number });
}

function whatReporterIsTold({ texts, ticket: { number }, joinedFor: name }: WhatIsToldInput): string {
  const { reporter, reporterFor } = texts.report.joined;
  return name === undefined ? reporter({ number }) : reporterFor({ name, number });
}

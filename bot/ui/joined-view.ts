import type { Role, Ticket } from '@campus-desk/contract';
import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { bold, button, line, literal, paragraph, quotation } from './elements.ts';
import { modal } from './modal.ts';
import { writePage } from './page.ts';
import { writeReference } from './reference.ts';
import { shorten } from './text.ts';
import { formatPeople } from './ticket-facts.ts';

type JoinedViewInput = {
  ticket: Ticket;
  role: Role;
  command: string;
  userId: string;
  joinedFor?: string | undefined;
};

/** The confirmation of "Same here": what the person is told from now on, and that no second ticket was made. */
export function joinedView({ ticket, role, command, userId, joinedFor }: JoinedViewInput): ModalView {
  const { number, version } = ticket;
  const value = writeReference({ role, number, version });
  const people = formatPeople(ticket);
  const isOwn = ticket.reporter.id === userId;
  const leave = button({ text: 'Not mine any more', actionId: ids.follower.leave, value });
  return modal({
    title: `Same here: #${number}`,
    callbackId: ids.page.view,
    metadata: writePage({ page: 'ticket', role, number }),
    blocks: [
      line(isOwn ? whatReporterIsTold({ number, joinedFor }) : whatFollowerIsTold({ number, joinedFor })),
      ...(people === undefined ? [] : [paragraph([bold(people), literal(' have this problem.')])]),
      quotation(shorten({ text: ticket.description, max: 3000 })),
      line(`No second ticket was made. To see this one later, type ${command} ${number}`),
      {
        type: 'actions',
        elements: [
          button({ text: 'View ticket', actionId: ids.ticket.back, value }),
          ...(isOwn || joinedFor !== undefined ? [] : [leave]),
        ],
      },
    ],
  });
}

type WhatIsToldInput = { number: number; joinedFor: string | undefined };

function whatFollowerIsTold({ number, joinedFor }: WhatIsToldInput): string {
  const whose = joinedFor === undefined ? 'You have joined ticket' : `${joinedFor} has joined ticket`;
  const told = joinedFor === undefined ? 'You are told' : 'They are told';
  return `${whose} #${number}. ${told} when work on it begins, when it is done, and what the helpdesk answers to everybody.`;
}

function whatReporterIsTold({ number, joinedFor }: WhatIsToldInput): string {
  if (joinedFor !== undefined)
    return `${joinedFor} has reported ticket #${number}, and is told of every step.`;
  return `You have reported ticket #${number} yourself, and are told of every step.`;
}

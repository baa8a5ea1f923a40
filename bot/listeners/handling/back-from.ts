import type { Role, Ticket } from '@campus-desk/contract';
import type { ModalView } from '@slack/types';
import type { FormOrigin } from '../../ui/page.ts';
import { noticeView } from '../../ui/waiting-view.ts';
import type { ActContext } from './context.ts';
import { drawTicket } from './load-page.ts';
import type { SubmitAnswer } from './on-submit.ts';

type BackFromInput = { context: ActContext; from: FormOrigin; ticket: Ticket; role: Role };

/** Where a stored form leads: back to the ticket it stood in for, or, from a card, away. */
export async function backFrom({ context, from, ticket, role }: BackFromInput): Promise<SubmitAnswer> {
  if (from === 'card') return undefined;
  return { response_action: 'update', view: await drawTicket({ context, ticket, role }) };
}

type DrawNoticeInput = BackFromInput & { notice: string };

/** What a form is replaced with that has something to say: the ticket it stood in for, or, from a card, the words alone. */
export async function drawNotice(input: DrawNoticeInput): Promise<ModalView> {
  const { context, from, ticket, role, notice } = input;
  if (from === 'modal') return drawTicket({ context, ticket, role, notice });
  const { texts } = context;
  return noticeView({ title: texts.common.ticket({ number: ticket.number }), message: notice, texts });
}

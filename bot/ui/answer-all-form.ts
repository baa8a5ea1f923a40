import type { Ticket } from '@campus-desk/contract';
import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { messageForm } from './message-form.ts';
import { shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';
import type { TicketForm } from './ticket-form.ts';

type AnswerAllFormInput = { texts: Texts; reference: TicketForm; ticket: Ticket };

/** The form that answers everybody with one problem in one message. */
export function answerAllForm({ texts, reference, ticket }: AnswerAllFormInput): ModalView {
  const { title, message, answerAll } = texts.ticket;
  const { followers: count, reporter } = ticket;
  return messageForm({
    texts,
    reference,
    title: title.answerAll({ number: reference.number }),
    callbackId: ids.answerAll.submit,
    submit: answerAll.submit,
    label: message,
    explains: answerAll.sees({ count, name: shorten({ text: reporter.name, max: 200 }) }),
  });
}

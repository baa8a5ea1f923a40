import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { messageForm } from './message-form.ts';
import type { Texts } from './texts/texts.ts';
import type { TicketForm } from './ticket-form.ts';

/** The form that writes a message under a ticket. */
export function replyForm({ reference, texts }: { reference: TicketForm; texts: Texts }): ModalView {
  const { title, message, reply } = texts.ticket;
  return messageForm({
    texts,
    reference,
    title: title.reply({ number: reference.number }),
    callbackId: ids.reply.submit,
    submit: texts.common.send,
    label: message,
    explains: reply[reference.role],
  });
}

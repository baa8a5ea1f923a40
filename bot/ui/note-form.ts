import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { messageForm } from './message-form.ts';
import type { Texts } from './texts/texts.ts';
import type { TicketForm } from './ticket-form.ts';

/** The form that writes a note under a ticket. */
export function noteForm({ reference, texts }: { reference: TicketForm; texts: Texts }): ModalView {
  const { title, note } = texts.ticket;
  return messageForm({
    texts,
    reference,
    title: title.note({ number: reference.number }),
    callbackId: ids.note.submit,
    submit: note.submit,
    label: note.label,
    explains: note.explains,
  });
}

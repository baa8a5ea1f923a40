import { maxTextLength } from '@campus-desk/contract';
import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { line } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import type { Texts } from './texts/texts.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

/** The form that writes a note under a ticket. */
export function noteForm({ reference, texts }: { reference: TicketForm; texts: Texts }): ModalView {
  const { note } = texts.ticket;
  return form({
    title: texts.ticket.title.note({ number: reference.number }),
    callbackId: ids.note.submit,
    submit: note.submit,
    close: texts.common.cancel,
    metadata: writeTicketForm(reference),
    blocks: [
      textField({ name: 'body', label: note.label, value: '', max: maxTextLength, multiline: true }),
      line(note.explains),
      ...wayBack({ reference, texts }),
    ],
  });
}

/** The note, for which ticket; throws when the metadata is not ours. */
export function readNote({ metadata, values }: { metadata: string; values: ViewValues }): TicketForm & {
  body: string;
} {
  return { ...readTicketForm(metadata), body: textOf({ values, name: 'body' }) };
}

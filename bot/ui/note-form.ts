import { maxTextLength } from '@campus-desk/contract';
import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { line } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

/** The form that writes a note under a ticket. */
export function noteForm(reference: TicketForm): ModalView {
  return form({
    title: `Note on #${reference.number}`,
    callbackId: ids.note.submit,
    submit: 'Save note',
    metadata: writeTicketForm(reference),
    blocks: [
      textField({ name: 'body', label: 'Your note', value: '', max: maxTextLength, multiline: true }),
      line("Only helpdesk sees it. A reply under the ticket's card that begins with ;; is a note too."),
      ...wayBack(reference),
    ],
  });
}

/** The note, for which ticket; throws when the metadata is not ours. */
export function readNote({ metadata, values }: { metadata: string; values: ViewValues }): TicketForm & {
  body: string;
} {
  return { ...readTicketForm(metadata), body: textOf({ values, name: 'body' }) };
}

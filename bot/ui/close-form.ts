import { maxTextLength } from '@campus-desk/contract';
import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { line } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

/** The form that closes a ticket, with an optional note for the reporter. */
export function closeForm(reference: TicketForm): ModalView {
  return form({
    title: `Close ticket #${reference.number}`,
    callbackId: ids.close.submit,
    submit: 'Close ticket',
    metadata: writeTicketForm(reference),
    blocks: [
      line('A closed ticket stays closed. The reporter reads your note.'),
      textField({
        name: 'closingNote',
        label: 'What was done?',
        value: '',
        max: maxTextLength,
        multiline: true,
        optional: true,
      }),
      ...wayBack(reference),
    ],
  });
}

/** The note, for which ticket; throws when the metadata is none of ours. */
export function readClosing({ metadata, values }: { metadata: string; values: ViewValues }): TicketForm & {
  closingNote: string | null;
} {
  return {
    ...readTicketForm(metadata),
    closingNote: textOf({ values, name: 'closingNote' }) || null,
  };
}

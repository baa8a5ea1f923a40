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
      line("You can't reopen it. The reporter will see your note."),
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

/** The note, for which ticket; throws when the metadata is not ours. */
export function readClosing({ metadata, values }: { metadata: string; values: ViewValues }): TicketForm & {
  closingNote: string | null;
} {
  return {
    ...readTicketForm(metadata),
    closingNote: textOf({ values, name: 'closingNote' }) || null,
  };
}

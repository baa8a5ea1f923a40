import { maxTextLength } from '@campus-desk/contract';
import type { KnownBlock, ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { line } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import { formatNumbers } from './ticket-facts.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

type CloseFormInput = {
  reference: TicketForm;
  duplicates: number[];
  /** What was typed when somebody else was quicker. */
  again?: { closingNote: string | null; warning: string };
};

/** The form that closes a ticket, and its duplicates with it, with an optional note for the reporters. */
export function closeForm({ reference, duplicates, again }: CloseFormInput): ModalView {
  return form({
    title: `Close ticket #${reference.number}`,
    callbackId: ids.close.submit,
    submit: 'Close ticket',
    metadata: writeTicketForm(reference),
    blocks: [
      ...(again === undefined ? [] : [line(again.warning)]),
      line("You can't reopen it. The reporter will see your note."),
      ...closedWithIt(duplicates),
      textField({
        name: 'closingNote',
        label: 'What was done?',
        value: again?.closingNote ?? '',
        max: maxTextLength,
        multiline: true,
        optional: true,
      }),
      ...wayBack(reference),
    ],
  });
}

function closedWithIt(duplicates: number[]): KnownBlock[] {
  if (duplicates.length === 0) return [];
  const one = duplicates.length === 1;
  const words = `${one ? 'Its duplicate' : 'Its duplicates'} ${formatNumbers(duplicates)} ${one ? 'is' : 'are'} closed with it, with the same note. To keep one open, say first that it is not a duplicate.`;
  return [line(words)];
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

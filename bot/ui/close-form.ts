import { maxTextLength } from '@campus-desk/contract';
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { line, option, plain } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import { formatNumbers } from './ticket-facts.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

const duplicatesField = 'closeDuplicates';

type CloseFormInput = {
  reference: TicketForm;
  duplicates: number[];
  /** What was typed and chosen when somebody else was quicker. */
  again?: { closingNote: string | null; closeDuplicates: boolean | undefined; warning: string };
};

/** The form that closes a ticket, with its duplicates unless they are to stay open, with an optional note for the reporters. */
export function closeForm({ reference, duplicates, again }: CloseFormInput): ModalView {
  return form({
    title: `Close ticket #${reference.number}`,
    callbackId: ids.close.submit,
    submit: 'Close ticket',
    metadata: writeTicketForm(reference),
    blocks: [
      ...(again === undefined ? [] : [line(again.warning)]),
      line("You can't reopen it. The reporter will see your note."),
      textField({
        name: 'closingNote',
        label: 'What was done?',
        value: again?.closingNote ?? '',
        max: maxTextLength,
        multiline: true,
        optional: true,
      }),
      ...duplicatesChoice({ duplicates, areClosed: again?.closeDuplicates ?? true }),
      ...wayBack(reference),
    ],
  });
}

type DuplicatesInput = { duplicates: number[]; areClosed: boolean };

/** Whether the duplicates are closed, too, with the same note. */
function duplicatesChoice({ duplicates, areClosed }: DuplicatesInput): KnownBlock[] {
  if (duplicates.length === 0) return [];
  const one = duplicates.length === 1;
  const close = option({
    text: `Close ${one ? 'it' : 'them'} too, with the same note`,
    value: duplicatesField,
  });
  return [
    {
      type: 'input',
      block_id: duplicatesField,
      optional: true,
      label: plain(`${one ? 'Its duplicate' : 'Its duplicates'} ${formatNumbers(duplicates)}`),
      hint: plain(`Otherwise ${one ? 'it is a ticket of its own' : 'they are tickets of their own'} again.`),
      element: {
        type: 'checkboxes',
        action_id: duplicatesField,
        options: [close],
        ...(areClosed && { initial_options: [close] }),
      },
    },
  ];
}

const checkedSchema = z.object({ selected_options: z.array(z.unknown()) });

/** The note, and whether its duplicates are closed where there are some, for which ticket; throws when it is not ours. */
export function readClosing({ metadata, values }: { metadata: string; values: ViewValues }): TicketForm & {
  closingNote: string | null;
  closeDuplicates: boolean | undefined;
} {
  const { data } = checkedSchema.safeParse(values[duplicatesField]?.[duplicatesField]);
  return {
    ...readTicketForm(metadata),
    closingNote: textOf({ values, name: 'closingNote' }) || null,
    closeDuplicates: data && data.selected_options.length > 0,
  };
}

import { maxTextLength } from '@campus-desk/contract';
import type { KnownBlock, ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { line } from './elements.ts';
import { checkbox, form, isTicked, textField, textOf, type ViewValues } from './modal.ts';
import type { Texts } from './texts/texts.ts';
import { formatNumbers } from './ticket-facts.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

const duplicatesField = 'closeDuplicates';

type CloseFormInput = {
  texts: Texts;
  reference: TicketForm;
  duplicates: number[];
  /** What was typed and chosen when somebody else was quicker. */
  again?: { closingNote: string | null; closeDuplicates: boolean | undefined; warning: string };
};

/** The form that closes a ticket, with its duplicates unless they are to stay open, with an optional note for the reporters. */
export function closeForm({ texts, reference, duplicates, again }: CloseFormInput): ModalView {
  const { close } = texts.ticket;
  return form({
    title: texts.ticket.title.close({ number: reference.number }),
    callbackId: ids.close.submit,
    submit: close.submit,
    close: texts.common.cancel,
    metadata: writeTicketForm(reference),
    blocks: [
      ...(again === undefined ? [] : [line(again.warning)]),
      line(close.explains),
      textField({
        name: 'closingNote',
        label: close.what,
        value: again?.closingNote ?? '',
        max: maxTextLength,
        multiline: true,
        optional: true,
      }),
      ...duplicatesChoice({ texts, duplicates, areClosed: again?.closeDuplicates ?? true }),
      ...wayBack({ reference, texts }),
    ],
  });
}

type DuplicatesInput = { texts: Texts; duplicates: number[]; areClosed: boolean };

/** Whether the duplicates are closed, too, with the same note. */
function duplicatesChoice({ texts, duplicates, areClosed }: DuplicatesInput): KnownBlock[] {
  if (duplicates.length === 0) return [];
  const { close: words } = texts.ticket;
  const count = duplicates.length;
  return [
    checkbox({
      name: duplicatesField,
      label: words.duplicates({ count, numbers: formatNumbers({ numbers: duplicates, texts }) }),
      hint: words.otherwise({ count }),
      says: words.too({ count }),
      isTicked: areClosed,
    }),
  ];
}

type Closing = TicketForm & { closingNote: string | null; closeDuplicates: boolean | undefined };

/** The note, and whether its duplicates are closed where there are some, for which ticket; throws when it is not ours. */
export function readClosing({ metadata, values }: { metadata: string; values: ViewValues }): Closing {
  return {
    ...readTicketForm(metadata),
    closingNote: textOf({ values, name: 'closingNote' }) || null,
    closeDuplicates: isTicked({ values, name: duplicatesField }),
  };
}

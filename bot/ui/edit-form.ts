import { maxLocationLength, maxTextLength, type Ticket } from '@campus-desk/contract';
import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { line, quotation } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import { shorten } from './text.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';
import { whatDidNotFit } from './what-did-not-fit.ts';

/** What a person typed into the form. */
export type Typed = { description: string; location: string | null };

type EditFormInput = { ticket: Ticket; typed?: Typed; warning?: string } & Pick<TicketForm, 'role' | 'from'>;

/**
 * The form that edits description and location. After a conflict it holds the newer version, what was typed, and a
 * warning with the description as it is now.
 */
export function editForm({ ticket, role, from, typed = ticket, warning }: EditFormInput): ModalView {
  const reference = { role, number: ticket.number, version: ticket.version, from };
  return form({
    title: `Edit ticket #${ticket.number}`,
    callbackId: ids.edit.submit,
    submit: 'Save',
    metadata: writeTicketForm(reference),
    blocks: [
      ...(warning === undefined
        ? []
        : [line(warning), quotation(shorten({ text: factsNow(ticket), max: 3000 }))]),
      textField({
        name: 'description',
        label: 'What is wrong?',
        value: typed.description,
        max: maxTextLength,
        multiline: true,
      }),
      textField({
        name: 'location',
        label: 'Where is it?',
        value: typed.location ?? '',
        max: maxLocationLength,
        optional: true,
      }),
      ...whatDidNotFit(typed.description),
      ...wayBack(reference),
    ],
  });
}

/** What was typed, for which version of the ticket; throws when the metadata is not ours. */
export function readEdit({ metadata, values }: { metadata: string; values: ViewValues }): TicketForm & Typed {
  return {
    ...readTicketForm(metadata),
    description: textOf({ values, name: 'description' }),
    location: textOf({ values, name: 'location' }) || null,
  };
}

function factsNow({ description, location }: Ticket): string {
  return location === null ? description : `${description}\nWhere: ${location}`;
}

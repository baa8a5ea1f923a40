import { maxTextLength, type Role } from '@campus-desk/contract';
import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { line } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

const where: Record<Role, string> = {
  user: "The helpdesk will see it in its channel. You can also write in the thread under your ticket's card.",
  helpdesk:
    "The reporter will see it; begin with ;; for a note. You can also write in the thread under the ticket's card.",
};

/** The form that writes a message under a ticket. */
export function replyForm(reference: TicketForm): ModalView {
  return form({
    title: `Reply to #${reference.number}`,
    callbackId: ids.reply.submit,
    submit: 'Send',
    metadata: writeTicketForm(reference),
    blocks: [
      textField({ name: 'body', label: 'Your message', value: '', max: maxTextLength, multiline: true }),
      line(where[reference.role]),
      ...wayBack(reference),
    ],
  });
}

/** The message, for which ticket; throws when the metadata is not ours. */
export function readReply({ metadata, values }: { metadata: string; values: ViewValues }): TicketForm & {
  body: string;
} {
  return { ...readTicketForm(metadata), body: textOf({ values, name: 'body' }) };
}

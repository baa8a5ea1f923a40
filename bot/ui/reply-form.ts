import { maxTextLength } from '@campus-desk/contract';
import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { line } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import type { Texts } from './texts/texts.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

/** The form that writes a message under a ticket. */
export function replyForm({ reference, texts }: { reference: TicketForm; texts: Texts }): ModalView {
  const { send, cancel } = texts.common;
  return form({
    title: texts.ticket.title.reply({ number: reference.number }),
    callbackId: ids.reply.submit,
    submit: send,
    close: cancel,
    metadata: writeTicketForm(reference),
    blocks: [
      textField({
        name: 'body',
        label: texts.ticket.message,
        value: '',
        max: maxTextLength,
        multiline: true,
      }),
      line(texts.ticket.reply[reference.role]),
      ...wayBack({ reference, texts }),
    ],
  });
}

/** The message, for which ticket; throws when the metadata is not ours. */
export function readReply({ metadata, values }: { metadata: string; values: ViewValues }): TicketForm & {
  body: string;
} {
  return { ...readTicketForm(metadata), body: textOf({ values, name: 'body' }) };
}

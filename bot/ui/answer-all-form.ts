import { maxTextLength, type Ticket } from '@campus-desk/contract';
import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { line } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import { shorten } from './text.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

type AnswerAllFormInput = { reference: TicketForm; ticket: Ticket };

/** The form that answers everybody with one problem in one message. */
export function answerAllForm({ reference, ticket }: AnswerAllFormInput): ModalView {
  return form({
    title: `Answer all: #${ticket.number}`,
    callbackId: ids.answerAll.submit,
    submit: 'Send to all',
    metadata: writeTicketForm(reference),
    blocks: [
      textField({ name: 'body', label: 'Your message', value: '', max: maxTextLength, multiline: true }),
      line(`${whoReads(ticket)}: who reported this, who reported the same, and who follows it.`),
      ...wayBack(reference),
    ],
  });
}

function whoReads({ reporter, followers }: Ticket): string {
  const name = shorten({ text: reporter.name, max: 200 });
  if (followers === 0) return `${name} will see it`;
  return `${name} and ${followers === 1 ? 'one other person' : `${followers} others`} will see it`;
}

/** The message, for which ticket; throws when the form is not ours. */
export function readAnswerAll({ metadata, values }: { metadata: string; values: ViewValues }): TicketForm & {
  body: string;
} {
  return { ...readTicketForm(metadata), body: textOf({ values, name: 'body' }) };
}

import { maxTextLength, type Ticket } from '@campus-desk/contract';
import type { ModalView } from '@slack/types';
import { ids } from '../ids.ts';
import { line } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import { shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

type AnswerAllFormInput = { texts: Texts; reference: TicketForm; ticket: Ticket };

/** The form that answers everybody with one problem in one message. */
export function answerAllForm({ texts, reference, ticket }: AnswerAllFormInput): ModalView {
  const { answerAll, message } = texts.ticket;
  return form({
    title: texts.ticket.title.answerAll({ number: reference.number }),
    callbackId: ids.answerAll.submit,
    submit: answerAll.submit,
    close: texts.common.cancel,
    metadata: writeTicketForm(reference),
    blocks: [
      textField({ name: 'body', label: message, value: '', max: maxTextLength, multiline: true }),
      line(
        answerAll.sees({ count: ticket.followers, name: shorten({ text: ticket.reporter.name, max: 200 }) }),
      ),
      ...wayBack({ reference, texts }),
    ],
  });
}

/** The message, for which ticket; throws when the form is not ours. */
export function readAnswerAll({ metadata, values }: { metadata: string; values: ViewValues }): TicketForm & {
  body: string;
} {
  return { ...readTicketForm(metadata), body: textOf({ values, name: 'body' }) };
}

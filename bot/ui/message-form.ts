import { maxTextLength } from '@campus-desk/contract';
import type { ModalView } from '@slack/types';
import { line } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import type { Texts } from './texts/texts.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

type MessageFormInput = {
  texts: Texts;
  reference: TicketForm;
  title: string;
  callbackId: string;
  submit: string;
  /** Of the field for the words. */
  label: string;
  /** Who will read them. */
  explains: string;
};

/** A form in which something is written under a ticket. */
export function messageForm(input: MessageFormInput): ModalView {
  const { texts, reference, title, callbackId, submit, label, explains } = input;
  return form({
    title,
    callbackId,
    submit,
    close: texts.common.cancel,
    metadata: writeTicketForm(reference),
    blocks: [
      textField({ name: 'body', label, value: '', max: maxTextLength, multiline: true }),
      line(explains),
      ...wayBack({ reference, texts }),
    ],
  });
}

type ReadWrittenInput = { metadata: string; values: ViewValues };

/** What was written, under which ticket; throws when the form is not ours. */
export function readWritten({ metadata, values }: ReadWrittenInput): TicketForm & { body: string } {
  return { ...readTicketForm(metadata), body: textOf({ values, name: 'body' }) };
}

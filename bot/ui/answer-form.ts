import { type Answer, type Campus, type Language, maxTextLength, type Ticket } from '@campus-desk/contract';
import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { answerText } from './answer-text.ts';
import { line, option, plain } from './elements.ts';
import { form, modal, textField, textOf, type ViewValues } from './modal.ts';
import { shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

type AnswerFormInput = {
  texts: Texts;
  reference: TicketForm;
  ticket: Ticket;
  campus: Campus;
  /** What the reporter is answered in. */
  language: Language | undefined;
  /** The place of the chosen answer in the campus file. */
  chosen: number | undefined;
  drafts?: Drafts | undefined;
};

/** What was made of answers that were chosen before, by their place in the campus file. */
type Drafts = Record<string, string>;

/** The form that sends one of the campus's answers: first which one, then its words, to be edited before they go. */
export function answerForm(input: AnswerFormInput): ModalView {
  const { texts, reference, ticket, campus, language, chosen, drafts = {} } = input;
  const metadata = JSON.stringify({ form: writeTicketForm(reference), drafts });
  const view = { title: texts.ticket.title.answer({ number: reference.number }), metadata };
  const back = wayBack({ reference, texts });
  const { answers } = campus;
  const { none, sees } = texts.ticket.answer;
  const shown = { ...view, callbackId: ids.answer.submit, close: texts.common.done };
  if (answers.length === 0) return modal({ ...shown, blocks: [line(none), ...back] });
  const choice = choose({ texts, answers, ticket, chosen });
  const answer = chosen === undefined ? undefined : answers[chosen];
  if (answer === undefined) return modal({ ...shown, blocks: [choice, ...back] });
  const name = `${field}-${chosen}`;
  const value = drafts[String(chosen)] ?? answerText({ answer, language, campus });
  return form({
    ...shown,
    submit: texts.common.send,
    close: texts.common.cancel,
    blocks: [
      choice,
      textField({ name, label: texts.ticket.message, value, max: maxTextLength, multiline: true }),
      line(sees({ name: shorten({ text: ticket.reporter.name, max: 200 }) })),
      ...back,
    ],
  });
}

/** Slack keeps what was typed in a field of the same name, so each answer has its own. */
const field = 'body';

const metadataSchema = z.object({ form: z.string(), drafts: z.record(z.string(), z.string()) });

type ReadAnswerInput = { metadata: string; values: ViewValues };

/** What was made of the answer, for which ticket; throws when the form is not ours. */
export function readAnswer({ metadata, values }: ReadAnswerInput): TicketForm & { body: string } {
  const { form: ticketForm } = metadataSchema.parse(JSON.parse(metadata));
  return { ...readTicketForm(ticketForm), body: textOf({ values, name: nameIn(values) ?? '' }) };
}

/** Most characters of drafts; a view carries 3000 in all. What is longer is let go, the longest first. */
const maxDrafts = 2200;

/** The ticket of a form, and what was made of its answers so far, for the next one; throws when the form is not ours. */
export function readDrafts({ metadata, values }: ReadAnswerInput): TicketForm & { drafts: Drafts } {
  const { form: ticketForm, drafts: before } = metadataSchema.parse(JSON.parse(metadata));
  const name = nameIn(values);
  const written = name && { [name.slice(field.length + 1)]: textOf({ values, name }) };
  return { ...readTicketForm(ticketForm), drafts: shortest({ ...before, ...written }) };
}

/** As many drafts as fit. */
function shortest(drafts: Drafts): Drafts {
  const kept = Object.entries(drafts).toSorted(([, one], [, other]) => one.length - other.length);
  while (JSON.stringify(Object.fromEntries(kept)).length > maxDrafts) kept.pop();
  return Object.fromEntries(kept);
}

function nameIn(values: ViewValues): string | undefined {
  return Object.keys(values).find(one => one.startsWith(`${field}-`));
}

type ChooseInput = Pick<AnswerFormInput, 'texts' | 'ticket' | 'chosen'> & { answers: Answer[] };

function choose({ texts, answers, ticket, chosen }: ChooseInput): KnownBlock {
  const { which, choose: placeholder } = texts.ticket.answer;
  const offered = answers.map((answer, index) => ({ answer, index }));
  // Those of the ticket's category first.
  const isFitting = ({ answer }: { answer: Answer }) => answer.category === ticket.category;
  const sorted = [...offered.filter(isFitting), ...offered.filter(one => !isFitting(one))];
  const initial = chosen === undefined ? undefined : answers[chosen];
  return {
    type: 'section',
    block_id: 'answer',
    text: plain(which),
    accessory: {
      type: 'static_select',
      action_id: ids.answer.choose,
      placeholder: plain(placeholder),
      options: sorted.map(({ answer, index }) => optionOf({ answer, index })),
      ...(initial &&
        chosen !== undefined && { initial_option: optionOf({ answer: initial, index: chosen }) }),
    },
  };
}

function optionOf({ answer, index }: { answer: Answer; index: number }): PlainTextOption {
  return option({ text: answer.title, value: String(index) });
}

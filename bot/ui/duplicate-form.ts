import type { SimilarTicket } from '@campus-desk/contract';
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { line, option, plain } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import { oneLine } from './text.ts';
import type { Texts } from './texts/texts.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

const names = { number: 'duplicateOf', similar: 'similar' };

/** A ticket of which this one may be a duplicate. */
export type Candidate = Pick<SimilarTicket, 'number' | 'description' | 'location'>;

type DuplicateFormInput = {
  texts: Texts;
  reference: TicketForm;
  /** From which one can be chosen, best first. */
  similar: Candidate[];
  /** What was typed and chosen before, and what they should know since. */
  again?: { typed: string; chosen: string | undefined; warning: string };
};

/** The form that says of which ticket this one is a duplicate: one that reads alike, or any by its number. */
export function duplicateForm({ texts, reference, similar, again }: DuplicateFormInput): ModalView {
  const { duplicate } = texts.ticket;
  return form({
    title: texts.ticket.title.duplicate({ number: reference.number }),
    callbackId: ids.duplicate.submit,
    submit: duplicate.submit,
    close: texts.common.cancel,
    metadata: writeTicketForm(reference),
    blocks: [
      ...(again === undefined ? [] : [line(again.warning)]),
      ...choice({ texts, similar, chosen: again?.chosen }),
      textField({
        name: names.number,
        label: similar.length === 0 ? duplicate.number : duplicate.otherNumber,
        value: again?.typed ?? '',
        max: 12,
        optional: true,
      }),
      line(duplicate.explains),
      ...wayBack({ reference, texts }),
    ],
  });
}

type ChoiceInput = { texts: Texts; similar: Candidate[]; chosen: string | undefined };

function choice({ texts, similar, chosen }: ChoiceInput): KnownBlock[] {
  const { which, choose } = texts.ticket.duplicate;
  if (similar.length === 0) return [];
  const options = similar.map(optionOf);
  const initial = options.find(({ value }) => value === chosen);
  return [
    {
      type: 'input',
      block_id: names.similar,
      optional: true,
      label: plain(which),
      element: {
        type: 'static_select',
        action_id: names.similar,
        placeholder: plain(choose),
        options,
        ...(initial && { initial_option: initial }),
      },
    },
  ];
}

/** Slack takes 75 characters. */
function optionOf({ number, description, location }: Candidate) {
  const place = location === null ? '' : ` · ${location}`;
  return option({
    text: oneLine({ text: `#${number} ${description}${place}`, max: 75 }),
    value: `${number}`,
  });
}

const chosenSchema = z.object({ selected_option: z.object({ value: z.string() }).nullish() }).optional();

type Marking = TicketForm & { typed: string; chosen: string | undefined };

/** What was typed as the number, or chosen, for which ticket; throws when the form is not ours. */
export function readDuplicate({ metadata, values }: { metadata: string; values: ViewValues }): Marking {
  const chosen = chosenSchema.parse(values[names.similar]?.[names.similar])?.selected_option?.value;
  return { ...readTicketForm(metadata), typed: textOf({ values, name: names.number }).trim(), chosen };
}

import type { Person } from '@campus-desk/contract';
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { button, line, plain } from './elements.ts';
import { form } from './modal.ts';
import { writeReference } from './reference.ts';
import { shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

type AssignFormInput = {
  texts: Texts;
  reference: TicketForm;
  assignee: Person | null;
  /** Who hands over: the choice that is made already, where the ticket is not theirs. */
  userId: string;
  /** Whom they have chosen before, and what they should know since. */
  again?: { chosen: string | undefined; warning: string };
};

/** The form that hands a ticket over to a person, or gives it back to nobody. */
export function assignForm({ texts, reference, assignee, userId, again }: AssignFormInput): ModalView {
  const { assign } = texts.ticket;
  const initial = again?.chosen ?? (assignee?.id === userId ? undefined : userId);
  return form({
    title: texts.ticket.title.assign({ number: reference.number }),
    callbackId: ids.assign.submit,
    submit: assign.submit,
    close: texts.common.cancel,
    metadata: writeTicketForm(reference),
    blocks: [
      ...(again === undefined ? [] : [line(again.warning)]),
      {
        type: 'input',
        block_id: 'assignee',
        label: plain(assign.whom),
        hint: plain(assign.hint),
        element: {
          type: 'users_select',
          action_id: 'assignee',
          placeholder: plain(texts.common.choosePerson),
          ...(initial !== undefined && { initial_user: initial }),
        },
      },
      ...giveBack({ texts, reference, assignee }),
      ...wayBack({ reference, texts }),
    ],
  });
}

type GiveBackInput = Pick<AssignFormInput, 'texts' | 'reference' | 'assignee'>;

function giveBack({ texts, reference, assignee }: GiveBackInput): KnownBlock[] {
  const { assign } = texts.ticket;
  if (assignee === null) return [];
  const name = shorten({ text: assignee.name, max: 200 });
  return [
    {
      type: 'section',
      text: plain(assign.assigned({ name })),
      accessory: button({
        text: assign.giveBack,
        actionId: ids.assign.giveBack,
        value: writeReference(reference),
        label: assign.giveBackLabel({ number: reference.number }),
      }),
    },
  ];
}

const valuesSchema = z.object({
  assignee: z.object({ assignee: z.object({ selected_user: z.string().nullish() }) }),
});

type Assigning = TicketForm & { assigneeId: string | undefined };

/** Whom a ticket goes to, by their id, undefined where nobody was chosen; throws when the form is not ours. */
export function readAssigning(input: { metadata: string; values: unknown }): Assigning {
  const { assignee } = valuesSchema.parse(input.values);
  return { ...readTicketForm(input.metadata), assigneeId: assignee.assignee.selected_user ?? undefined };
}

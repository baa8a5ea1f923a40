import type { Person } from '@campus-desk/contract';
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { button, line, plain } from './elements.ts';
import { form } from './modal.ts';
import { writeReference } from './reference.ts';
import { shorten } from './text.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

type AssignFormInput = {
  reference: TicketForm;
  assignee: Person | null;
  /** Who hands over: the choice that is made already, where the ticket is not theirs. */
  userId: string;
  /** Whom they have chosen before, and what they should know since. */
  again?: { chosen: string | undefined; warning: string };
};

/** The form that hands a ticket over to a person, or gives it back to nobody. */
export function assignForm({ reference, assignee, userId, again }: AssignFormInput): ModalView {
  const initial = again?.chosen ?? (assignee?.id === userId ? undefined : userId);
  return form({
    title: `Hand over #${reference.number}`,
    callbackId: ids.assign.submit,
    submit: 'Hand over',
    metadata: writeTicketForm(reference),
    blocks: [
      ...(again === undefined ? [] : [line(again.warning)]),
      {
        type: 'input',
        block_id: 'assignee',
        label: plain('To whom?'),
        hint: plain('A person, not an app. They are told in the thread of the card.'),
        element: {
          type: 'users_select',
          action_id: 'assignee',
          placeholder: plain('Choose a person'),
          ...(initial !== undefined && { initial_user: initial }),
        },
      },
      ...giveBack({ reference, assignee }),
      ...wayBack(reference),
    ],
  });
}

function giveBack({ reference, assignee }: Pick<AssignFormInput, 'reference' | 'assignee'>): KnownBlock[] {
  if (assignee === null) return [];
  const name = shorten({ text: assignee.name, max: 200 });
  return [
    {
      type: 'section',
      text: plain(`It is assigned to ${name}.`),
      accessory: button({
        text: 'Give back',
        actionId: ids.assign.giveBack,
        value: writeReference(reference),
        label: `Give ticket #${reference.number} back, to nobody`,
      }),
    },
  ];
}

const valuesSchema = z.object({
  assignee: z.object({ assignee: z.object({ selected_user: z.string().nullish() }) }),
});

/** Whom a ticket goes to, by their id, undefined where nobody was chosen; throws when the form is not ours. */
export function readAssigning(input: { metadata: string; values: unknown }): TicketForm & {
  assigneeId: string | undefined;
} {
  const { assignee } = valuesSchema.parse(input.values);
  return { ...readTicketForm(input.metadata), assigneeId: assignee.assignee.selected_user ?? undefined };
}

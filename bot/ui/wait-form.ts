import { maxTextLength, type Ticket } from '@campus-desk/contract';
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { button, line, plain } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import { writeReference } from './reference.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

const names = { until: 'waiting.until', reason: 'waiting.reason' };

const hour = 3600;

type WaitFormInput = {
  reference: TicketForm;
  waiting: Ticket['waiting'];
  now: number;
  /** What was chosen and typed before, and what they should know since. */
  again?: { until: string; reason: string; warning: string };
};

/** The form that lets a ticket wait until a date, for a reason; one that waits already can wait no longer, too. */
export function waitForm({ reference, waiting, now, again }: WaitFormInput): ModalView {
  const tomorrow = Math.ceil(now / 1000 / hour) * hour + 24 * hour;
  const typed = again ?? waiting;
  const until = typed === null ? tomorrow : Math.floor(Date.parse(typed.until) / 1000);
  return form({
    title: `Let #${reference.number} wait`,
    callbackId: ids.wait.submit,
    submit: 'Wait',
    metadata: writeTicketForm(reference),
    blocks: [
      ...(again === undefined ? [] : [line(again.warning)]),
      {
        type: 'input',
        block_id: names.until,
        label: plain('Until when?'),
        hint: plain('A time that is still to come.'),
        element: { type: 'datetimepicker', action_id: names.until, initial_date_time: until },
      },
      textField({
        name: names.reason,
        label: 'What for?',
        value: typed?.reason ?? '',
        max: maxTextLength,
        multiline: true,
      }),
      line(
        'The reporter will see the reason too. Nobody is reminded until then. A message by the reporter ends the waiting.',
      ),
      ...endWaiting({ reference, waiting }),
      ...wayBack(reference),
    ],
  });
}

function endWaiting({ reference, waiting }: Pick<WaitFormInput, 'reference' | 'waiting'>): KnownBlock[] {
  if (waiting === null) return [];
  return [
    {
      type: 'section',
      text: plain('It is waiting now.'),
      accessory: button({
        text: 'End waiting',
        actionId: ids.wait.end,
        value: writeReference(reference),
        label: `End waiting for ticket #${reference.number}`,
      }),
    },
  ];
}

const pickedSchema = z.object({ selected_date_time: z.int().nullish() }).optional();

/** Until when and for what, for which ticket; `until` is undefined where nothing was picked. Throws when the form is not ours. */
export function readWaiting({ metadata, values }: { metadata: string; values: ViewValues }): TicketForm & {
  until: string | undefined;
  reason: string;
} {
  const seconds = pickedSchema.parse(values[names.until]?.[names.until])?.selected_date_time;
  const until = seconds == null ? undefined : new Date(seconds * 1000).toISOString();
  return { ...readTicketForm(metadata), until, reason: textOf({ values, name: names.reason }) };
}

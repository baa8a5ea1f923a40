import { maxTextLength, type Ticket } from '@campus-desk/contract';
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { button, line, plain } from './elements.ts';
import { form, textField, textOf, type ViewValues } from './modal.ts';
import { writeReference } from './reference.ts';
import type { Texts } from './texts/texts.ts';
import { readTicketForm, type TicketForm, wayBack, writeTicketForm } from './ticket-form.ts';

const names = { until: 'waiting.until', reason: 'waiting.reason' };

const hour = 3600;

type WaitFormInput = {
  texts: Texts;
  reference: TicketForm;
  waiting: Ticket['waiting'];
  now: number;
  /** What was chosen and typed before, and what they should know since. */
  again?: { until: string; reason: string; warning: string };
};

/** The form that lets a ticket wait until a date, for a reason; one that waits already can wait no longer, too. */
export function waitForm({ texts, reference, waiting, now, again }: WaitFormInput): ModalView {
  const { wait } = texts.ticket;
  const tomorrow = Math.ceil(now / 1000 / hour) * hour + 24 * hour;
  const typed = again ?? waiting;
  const until = typed === null ? tomorrow : Math.floor(Date.parse(typed.until) / 1000);
  return form({
    title: texts.ticket.title.wait({ number: reference.number }),
    callbackId: ids.wait.submit,
    submit: wait.submit,
    close: texts.common.cancel,
    metadata: writeTicketForm(reference),
    blocks: [
      ...(again === undefined ? [] : [line(again.warning)]),
      {
        type: 'input',
        block_id: names.until,
        label: plain(wait.until),
        hint: plain(wait.untilHint),
        element: { type: 'datetimepicker', action_id: names.until, initial_date_time: until },
      },
      textField({
        name: names.reason,
        label: wait.what,
        value: typed?.reason ?? '',
        max: maxTextLength,
        multiline: true,
      }),
      line(wait.explains),
      ...endWaiting({ texts, reference, waiting }),
      ...wayBack({ reference, texts }),
    ],
  });
}

type EndWaitingInput = Pick<WaitFormInput, 'texts' | 'reference' | 'waiting'>;

function endWaiting({ texts, reference, waiting }: EndWaitingInput): KnownBlock[] {
  const { waits, end, endLabel } = texts.ticket.wait;
  if (waiting === null) return [];
  return [
    {
      type: 'section',
      text: plain(waits),
      accessory: button({
        text: end,
        actionId: ids.wait.end,
        value: writeReference(reference),
        label: endLabel({ number: reference.number }),
      }),
    },
  ];
}

const pickedSchema = z.object({ selected_date_time: z.int().nullish() }).optional();

type Waiting = TicketForm & { until: string | undefined; reason: string };

/** Until when and for what, for which ticket; `until` is undefined where nothing was picked. Throws when the form is not ours. */
export function readWaiting({ metadata, values }: { metadata: string; values: ViewValues }): Waiting {
  const seconds = pickedSchema.parse(values[names.until]?.[names.until])?.selected_date_time;
  const until = seconds == null ? undefined : new Date(seconds * 1000).toISOString();
  return { ...readTicketForm(metadata), until, reason: textOf({ values, name: names.reason }) };
}

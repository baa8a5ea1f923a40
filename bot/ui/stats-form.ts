import { maxPeriodDays, type Topic } from '@campus-desk/contract';
import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { option, plain } from './elements.ts';
import { form } from './modal.ts';
import type { Texts } from './texts/texts.ts';

const metadataSchema = z.strictObject({ channel: z.string().default(''), responseUrl: z.url() });
/** Where the answer goes: where the command was typed, and the address that came with it. */
type Metadata = z.infer<typeof metadataSchema>;

/** What can be chosen, in this order. */
export const formTopics = [
  'backlog',
  'resolution',
  'categories',
  'response',
  'satisfaction',
  'places',
  'corrections',
] as const;

/** A wrong period, as the form asks for it. */
export function periodFault(texts: Texts): string {
  return texts.stats.periodFault({ days: maxPeriodDays });
}

type StatsFormInput = { analysis: Topic; texts: Texts } & Metadata;

/** The modal "Statistics"; it asks for a period where the analysis has one. */
export function statsForm({ analysis, texts, ...place }: StatsFormInput): ModalView {
  const { stats } = texts;
  const options = formTopics.map(value => option({ text: stats.topic[value], value }));
  return form({
    title: stats.title,
    close: texts.common.cancel,
    callbackId: ids.stats.submit,
    submit: stats.show,
    metadata: JSON.stringify(place satisfies Metadata),
    blocks: [
      {
        ...select({ name: 'analysis', label: stats.analysis, options, initial: analysis }),
        dispatch_action: true,
      },
      ...(analysis === 'backlog' ? periodFields(texts) : []),
    ],
  });
}

/** Where the form was opened; throws when the metadata is not ours. */
export function readStatsMetadata(metadata: string): Metadata {
  return metadataSchema.parse(JSON.parse(metadata));
}

const picked = (values: z.ZodType<string>) => z.object({ selected_option: z.object({ value: values }) });
const valuesSchema = z.object({
  analysis: z.object({ [ids.stats.analysis]: picked(z.enum(formTopics)) }),
  last: z.object({ last: z.object({ value: z.string().nullish() }) }).optional(),
  unit: z.object({ unit: picked(z.enum(['h', 'd'])) }).optional(),
});

/** What was picked, the period as `36h`; throws when the values are not ours. */
export function readStatsForm(values: unknown): { analysis: Topic; last?: string } {
  const { analysis, last, unit } = valuesSchema.parse(values);
  const name = z.enum(formTopics).parse(analysis[ids.stats.analysis]?.selected_option.value);
  const amount = last?.last.value?.trim();
  if (name !== 'backlog' || amount === undefined) return { analysis: name };
  return { analysis: name, last: `${amount}${unit?.unit.selected_option.value ?? 'd'}` };
}

function periodFields(texts: Texts): InputBlock[] {
  const { stats } = texts;
  const units = [option({ text: stats.hours, value: 'h' }), option({ text: stats.days, value: 'd' })];
  return [
    {
      type: 'input',
      block_id: 'last',
      label: plain(stats.period),
      hint: plain(stats.periodHint({ days: maxPeriodDays })),
      element: {
        type: 'number_input',
        action_id: 'last',
        is_decimal_allowed: false,
        initial_value: '7',
        min_value: '1',
        max_value: String(maxPeriodDays * 24),
      },
    },
    select({ name: 'unit', label: stats.unit, options: units, initial: 'd' }),
  ];
}

type SelectInput = {
  name: 'analysis' | 'unit';
  label: string;
  options: ReturnType<typeof option>[];
  initial: string;
};

function select({ name, label, options, initial }: SelectInput): InputBlock {
  const chosen = options.find(({ value }) => value === initial);
  return {
    type: 'input',
    block_id: name,
    label: plain(label),
    element: {
      type: 'static_select',
      action_id: name === 'analysis' ? ids.stats.analysis : name,
      options,
      ...(chosen === undefined ? {} : { initial_option: chosen }),
    },
  };
}

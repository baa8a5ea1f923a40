import { z } from 'zod';
import { confirm, overflowOption, richOption, slackFile } from './composition-objects.ts';
import { sameJson } from './same-json.ts';
import { identifier, plainText, text } from './text-objects.ts';

export const actionable = { action_id: identifier.optional(), confirm: confirm.optional() };
export const focusable = { focus_on_load: z.boolean().optional() };
export const placeholder = { placeholder: plainText(150).optional() };

export const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  text: plainText(75),
  value: text(2000).optional(),
  url: text(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: text(75).optional(),
});

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionable,
  options: z.array(overflowOption).min(1).max(5),
});

export const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...actionable,
    ...focusable,
    options: z.array(richOption).min(1).max(10),
    initial_option: richOption.optional(),
  })
  .refine(({ options, initial_option }) => isOffered(initial_option, options), {
    path: ['initial_option'],
    message: 'must match an option exactly',
  });

export const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...actionable,
    ...focusable,
    options: z.array(richOption).min(1).max(10),
    initial_options: z.array(richOption).min(1).max(10).optional(),
  })
  .refine(
    ({ options, initial_options = [] }) => initial_options.every(option => isOffered(option, options)),
    {
      path: ['initial_options'],
      message: 'must match options exactly',
    },
  );

export const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...actionable,
  ...focusable,
  ...placeholder,
  initial_date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
});

export const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...actionable,
  ...focusable,
  ...placeholder,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  timezone: text(100).optional(),
});

export const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...actionable,
  ...focusable,
  initial_date_time: z.number().int().min(1_000_000_000).max(9_999_999_999).optional(),
});

/** An image needs words for those who cannot see it, and exactly one source. */
export const imageSource = {
  alt_text: text(2000),
  image_url: text(3000).optional(),
  slack_file: slackFile.optional(),
};

export const hasOneSource = (image: { image_url?: unknown; slack_file?: unknown }) =>
  (image.image_url === undefined) !== (image.slack_file === undefined);

export const imageElement = z
  .strictObject({ type: z.literal('image'), ...imageSource })
  .refine(hasOneSource, 'must provide either image_url or slack_file');

/** Whether an initial option is one of those offered, in every field. */
export function isOffered(initial: unknown, options: readonly unknown[]): boolean {
  return initial === undefined || options.some(option => sameJson(option, initial));
}

import { z } from 'zod';
import { dispatchConfig } from './composition-objects.ts';
import { actionable, focusable, placeholder } from './elements.ts';
import { richTextBlock } from './rich-text.ts';
import { text } from './text-objects.ts';

const field = { action_id: actionable.action_id, ...focusable, ...placeholder };
const dispatchable = { dispatch_action_config: dispatchConfig.optional() };

/** Elements that stand in input blocks only. */
export const textInputs = [
  z
    .strictObject({
      type: z.literal('plain_text_input'),
      ...field,
      ...dispatchable,
      initial_value: z.string().max(3000).optional(),
      multiline: z.boolean().optional(),
      min_length: z.number().int().min(0).max(3000).optional(),
      max_length: z.number().int().min(1).max(3000).optional(),
    })
    .refine(({ min_length = 0, max_length = 3000 }) => min_length <= max_length, {
      path: ['min_length'],
      message: 'must not be greater than max_length',
    })
    .refine(({ initial_value = '', max_length = 3000 }) => initial_value.length <= max_length, {
      path: ['initial_value'],
      message: 'must not be longer than max_length',
    }),
  z.strictObject({
    type: z.literal('email_text_input'),
    ...field,
    ...dispatchable,
    initial_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('url_text_input'),
    ...field,
    ...dispatchable,
    initial_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('number_input'),
    ...field,
    ...dispatchable,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    action_id: actionable.action_id,
    filetypes: z.array(text(20)).min(1).optional(),
    max_files: z.number().int().min(1).max(10).optional(),
  }),
] as const;

export const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...field,
  ...dispatchable,
  initial_value: richTextBlock.optional(),
  min_lines: z.number().int().min(1).max(100).optional(),
  max_lines: z.number().int().min(1).max(100).optional(),
});

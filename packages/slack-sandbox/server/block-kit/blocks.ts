import { z } from 'zod';
import {
  button,
  checkboxes,
  datepicker,
  datetimepicker,
  hasOneSource,
  imageElement,
  imageSource,
  overflow,
  radioButtons,
  timepicker,
} from './elements.ts';
import { richTextInput, textInputs } from './inputs.ts';
import { alert, ofMessages, video } from './newer-blocks.ts';
import { richTextBlock } from './rich-text.ts';
import { multiSelects, selects } from './select-menus.ts';
import { anyText, identifier, mrkdwn, plainText, text } from './text-objects.ts';

const named = { block_id: identifier.optional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    ...named,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: z
      .discriminatedUnion('type', [
        button,
        overflow,
        radioButtons,
        checkboxes,
        datepicker,
        timepicker,
        imageElement,
        ...selects,
        ...multiSelects,
      ])
      .optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'must provide text or fields');

const actions = z.strictObject({
  type: z.literal('actions'),
  ...named,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        button,
        overflow,
        radioButtons,
        checkboxes,
        datepicker,
        timepicker,
        datetimepicker,
        richTextInput,
        ...selects,
        ...multiSelects,
      ]),
    )
    .min(1)
    .max(25),
});

const input = z
  .strictObject({
    type: z.literal('input'),
    ...named,
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: z.discriminatedUnion('type', [
      radioButtons,
      checkboxes,
      datepicker,
      timepicker,
      datetimepicker,
      richTextInput,
      ...textInputs,
      ...selects,
      ...multiSelects,
    ]),
  })
  .refine(({ element, dispatch_action }) => !(element.type === 'file_input' && dispatch_action === true), {
    path: ['dispatch_action'],
    message: 'not allowed with file_input',
  });

const image = z
  .strictObject({ type: z.literal('image'), ...named, ...imageSource, title: plainText(2000).optional() })
  .refine(hasOneSource, 'must provide either image_url or slack_file');

const everywhere = [
  section,
  actions,
  image,
  richTextBlock,
  video,
  z.strictObject({ type: z.literal('header'), ...named, text: plainText(150) }),
  z.strictObject({ type: z.literal('divider'), ...named }),
  z.strictObject({
    type: z.literal('context'),
    ...named,
    elements: z
      .array(z.discriminatedUnion('type', [plainText(2000), mrkdwn(2000), imageElement]))
      .min(1)
      .max(10),
  }),
] as const;

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string() }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string() }),
  richTextBlock,
]);

const table = z.strictObject({
  type: z.literal('table'),
  ...named,
  rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
  column_settings: z
    .array(
      z
        .strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        })
        .nullable(),
    )
    .max(20)
    .optional(),
});

const markdown = z.strictObject({ type: z.literal('markdown'), ...named, text: text(12_000) });

/** The blocks each surface may contain, and how many. */
export const blocksOf = {
  message: z.array(z.discriminatedUnion('type', [...everywhere, ...ofMessages, table, markdown])).max(50),
  modal: z.array(z.discriminatedUnion('type', [...everywhere, alert, input])).max(100),
  home: z.array(z.discriminatedUnion('type', [...everywhere, input])).max(100),
} as const;

export type Surface = keyof typeof blocksOf;

import { z } from 'zod';
import { anyText, plainText, text } from './text-objects.ts';

/** A confirmation dialog. */
export const confirm = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
});

/** An option of a select menu: plain text only. */
export const plainOption = z.strictObject({
  text: plainText(75),
  value: text(150),
  description: plainText(75).optional(),
});

/** An option of radio buttons and checkboxes, which may carry markup. */
export const richOption = z.strictObject({
  text: anyText(75),
  value: text(150),
  description: anyText(75).optional(),
});

/** An option of an overflow menu, which may open an address. */
export const overflowOption = plainOption.extend({ url: text(3000).optional() });

export const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(plainOption).min(1).max(100),
});

/** An uploaded file named by id or address. */
export const slackFile = z
  .strictObject({
    id: z
      .string()
      .regex(/^F[A-Z0-9]{8,}$/)
      .optional(),
    url: text(3000).optional(),
  })
  .refine(({ id, url }) => (id === undefined) !== (url === undefined), 'must provide either id or url');

export const conversationFilter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .refine(filter => Object.keys(filter).length > 0, 'must not be empty');

export const dispatchConfig = z.strictObject({
  trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
});

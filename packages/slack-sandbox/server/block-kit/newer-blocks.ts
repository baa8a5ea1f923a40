import { z } from 'zod';
import { actionable, button, imageElement } from './elements.ts';
import { richTextBlock } from './rich-text.ts';
import { anyText, identifier, mrkdwn, plainText, text } from './text-objects.ts';

const named = { block_id: identifier.optional() };
const httpsUrl = text(3000).startsWith('https://', 'must be an https URL');

/** A video of a site that the app may embed. */
export const video = z.strictObject({
  type: z.literal('video'),
  ...named,
  video_url: httpsUrl,
  thumbnail_url: text(3000),
  alt_text: text(2000),
  title: plainText(199),
  title_url: httpsUrl.optional(),
  author_name: text(49).optional(),
  provider_name: text(255).optional(),
  provider_icon_url: text(3000).optional(),
  description: plainText(200).optional(),
});

/** Something to be warned of, or glad about. */
export const alert = z.strictObject({
  type: z.literal('alert'),
  ...named,
  text: anyText(3000),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

const card = z
  .strictObject({
    type: z.literal('card'),
    ...named,
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    title: mrkdwn(150).optional(),
    subtitle: mrkdwn(150).optional(),
    body: mrkdwn(200).optional(),
    actions: z.array(button).min(1).optional(),
  })
  .refine(
    ({ hero_image, title, actions, body }) => hero_image ?? title ?? actions ?? body,
    'must provide hero_image, title, actions or body',
  );

const carousel = z.strictObject({
  type: z.literal('carousel'),
  ...named,
  elements: z.array(card).min(1).max(10),
});

const feedback = z.strictObject({
  text: plainText(75),
  value: text(2000),
  accessibility_label: text(75).optional(),
});

const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  ...named,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({
          type: z.literal('feedback_buttons'),
          action_id: identifier.optional(),
          positive_button: feedback,
          negative_button: feedback,
        }),
        z.strictObject({
          type: z.literal('icon_button'),
          ...actionable,
          icon: text(255),
          text: plainText(75),
          value: text(2000).optional(),
          accessibility_label: text(75).optional(),
          visible_to_user_ids: z.array(z.string()).optional(),
        }),
      ]),
    )
    .min(1)
    .max(5),
});

const taskCard = z.strictObject({
  type: z.literal('task_card'),
  ...named,
  task_id: text(255),
  title: text(2000),
  details: richTextBlock.optional(),
  output: richTextBlock.optional(),
  sources: z.array(z.strictObject({ type: z.literal('url'), url: text(3000), text: text(2000) })).optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
});

const plan = z.strictObject({
  type: z.literal('plan'),
  ...named,
  title: text(2000),
  tasks: z.array(taskCard).optional(),
});

/** Blocks that only messages have, mostly of assistants. */
export const ofMessages = [alert, card, carousel, contextActions, taskCard, plan] as const;

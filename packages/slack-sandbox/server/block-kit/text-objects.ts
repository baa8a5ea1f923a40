import { z } from 'zod';

/** A string of 1 to `max` characters: nowhere in Block Kit may a text be empty. */
export const text = (max: number) => z.string().min(1).max(max);

/** A `plain_text` object. */
export const plainText = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(max), emoji: z.boolean().optional() });

/** A `mrkdwn` object. */
export const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: text(max), verbatim: z.boolean().optional() });

/** Either kind of text object. */
export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

/** An identifier an app gives to a block or an element. */
export const identifier = text(255);

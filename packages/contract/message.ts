import { z } from 'zod';
import { actorSchema, readerSchema } from './actor.ts';
import { exampleHelpdesk, exampleMessage, exampleSlackRef } from './examples.ts';
import { addressSchema, cleanText, givenText, lengthOf, maxTextLength, nameText, typedText } from './text.ts';
import { numberSchema } from './ticket.ts';

/** Slack's timestamp of a message, always as text. */
const slackTsSchema = z.string().regex(/^\d{1,12}\.\d{1,9}$/, {
  error: 'A Slack timestamp is a text such as 1700000000.000100.',
});

/** A Slack message: channel id and timestamp. */
export const slackRefSchema = z
  .strictObject({ channel: givenText({ what: 'The channel', max: 255 }), ts: slackTsSchema })
  .meta({ id: 'SlackRef', examples: [exampleSlackRef] });
export type SlackRef = z.infer<typeof slackRefSchema>;

/** The same in a query, where OpenAPI wants the fields spelt out. */
export const slackRefQuerySchema = z.strictObject(slackRefSchema.shape);

/** Where a message stands in Slack, and whose eyes look for it. */
export const findMessagesSchema = slackRefQuerySchema.extend(readerSchema.shape);

const fileSchema = z
  .strictObject({
    name: nameText({ max: 500 }),
    mimeType: nameText({ max: 255 }),
    size: z.int().min(0),
    url: addressSchema,
  })
  .meta({ id: 'File' });
export type MessageFile = z.infer<typeof fileSchema>;

export const messageIdSchema = givenText({ what: 'The id of a message', max: 64 });
export const messagePathSchema = z.strictObject({ id: messageIdSchema });

export const messageSchema = z
  .object({
    id: messageIdSchema,
    ticketNumber: numberSchema,
    actor: actorSchema,
    body: z.string(),
    files: z.array(fileSchema),
    late: z.boolean().describe('Written after the ticket was closed.'),
    internal: z.boolean().describe('A note: only helpdesk sees it.'),
    toAll: z.boolean().describe('Also for everybody else who is told of the ticket.'),
    origin: slackRefSchema.nullable(),
    createdAt: z.iso.datetime(),
    editedAt: z.iso.datetime().nullable(),
    deletedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Message', examples: [exampleMessage] });
export type Message = z.infer<typeof messageSchema>;

export const postMessageSchema = z
  .strictObject({
    actor: actorSchema,
    body: z
      .string()
      .transform(cleanText)
      .refine(body => lengthOf(body) <= maxTextLength, {
        message: `The message is too long. Shorten it to ${maxTextLength} characters.`,
      })
      .default(''),
    internal: z
      .boolean()
      .default(false)
      .describe('A note, which only helpdesk writes and sees; the same message again as a note becomes one.'),
    toAll: z
      .boolean()
      .default(false)
      .describe('Reaches the reporters of duplicates and the followers, too; only helpdesk writes so.'),
    origin: slackRefSchema.optional(),
    files: z.array(fileSchema).max(20).default([]),
  })
  .refine(({ body, files }) => body !== '' || files.length > 0, {
    path: ['body'],
    message: 'The message is empty. Write at least one character or attach a file.',
  })
  .refine(({ internal, toAll }) => !internal || !toAll, {
    path: ['toAll'],
    message: 'A note is for helpdesk alone. Write it apart from the answer to everybody.',
  })
  .meta({
    id: 'PostMessage',
    example: { actor: exampleHelpdesk, body: exampleMessage.body, origin: exampleSlackRef, files: [] },
  });
export type PostMessage = z.output<typeof postMessageSchema>;

export const editMessageSchema = z
  .strictObject({
    actor: actorSchema,
    body: typedText({ what: 'The message', max: maxTextLength }),
    internal: z
      .literal(true)
      .optional()
      .describe('Makes a note of a message of helpdesk, whichever edit is newest; a note stays one.'),
    editedTs: slackTsSchema
      .optional()
      .describe("Slack's `edited.ts`: an older edit than the stored one changes nothing."),
  })
  .meta({ id: 'EditMessage', example: { actor: exampleHelpdesk, body: 'Which corner, and since when?' } });
export type EditMessage = z.output<typeof editMessageSchema>;

export const deleteMessageSchema = z
  .strictObject({ actor: actorSchema })
  .meta({ id: 'DeleteMessage', examples: [{ actor: exampleHelpdesk }] });

export const listMessagesSchema = readerSchema.extend({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.string().min(1).max(500).optional(),
  newestFirst: z.stringbool().default(false),
});
export type ListMessages = z.output<typeof listMessagesSchema>;

export const messageListSchema = z
  .object({ messages: z.array(messageSchema), nextCursor: z.string().nullable() })
  .meta({ id: 'MessageList', examples: [{ messages: [exampleMessage], nextCursor: null }] });
export type MessageList = z.infer<typeof messageListSchema>;

const exampleCopy = { channel: 'D0ADA', ts: '1795338301.000200', messageId: exampleMessage.id };

/** A mirrored post of a message in another thread. */
export const messageCopySchema = slackRefSchema
  .extend({ messageId: messageIdSchema })
  .meta({ id: 'MessageCopy', examples: [exampleCopy] });
export const messageCopyListSchema = z
  .object({ copies: z.array(messageCopySchema) })
  .meta({ id: 'MessageCopyList', examples: [{ copies: [exampleCopy] }] });
export type MessageCopy = z.infer<typeof messageCopySchema>;

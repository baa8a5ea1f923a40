import { z } from 'zod';

/** A field that may be missing, null or not what it should be: then it is left out, and the message is read without. */
function lenient<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().catch(undefined);
}

/** The entries of a list that can be read. */
function listOf<Schema extends z.ZodType>(schema: Schema) {
  return lenient(
    z.array(schema.nullable().catch(null)).transform(list => list.filter(entry => entry !== null)),
  );
}

const text = lenient(z.string());
const anything = z.unknown().optional();

const fileSchema = z.looseObject({
  id: text,
  name: text,
  title: text,
  mimetype: text,
  size: lenient(z.number()),
  permalink: text,
  url_private: text,
  url_private_download: text,
  /** `check_file_info` where Slack says no more than the id. */
  file_access: text,
});
export type SlackFile = z.infer<typeof fileSchema>;

const attachmentSchema = z.looseObject({
  /** The message was forwarded: this is the message it was. */
  is_share: lenient(z.boolean()),
  text,
  fallback: text,
  files: listOf(fileSchema),
  blocks: anything,
  message_blocks: listOf(z.looseObject({ message: lenient(z.looseObject({ blocks: anything })) })),
});

/** What the API takes as a timestamp: with anything else it would refuse the message each time Slack sends it. */
const slackTs = z.string().regex(/^\d{1,12}\.\d{1,9}$/);

/** A message of Slack; only who wrote it, where and when must be readable. */
export const contentSchema = z.looseObject({
  ts: slackTs,
  user: z.string().nullish(),
  subtype: anything,
  bot_id: anything,
  thread_ts: lenient(slackTs),
  text,
  blocks: anything,
  files: listOf(fileSchema),
  attachments: listOf(attachmentSchema),
  edited: lenient(z.looseObject({ user: text, ts: slackTs })),
  team: text,
  user_team: text,
  source_team: text,
});
export type Content = z.infer<typeof contentSchema>;

type UnreadFieldsInput = { raw: unknown; read: unknown };

/** The fields that stand in what Slack sent, and could not be read; `message.thread_ts` for one of an inner message. */
export function unreadFields({ raw, read }: UnreadFieldsInput): string[] {
  const known = new Map(fieldsOf(read));
  return fieldsOf(raw).flatMap(([name, value]) => {
    if (value == null) return [];
    if (known.get(name) == null) return [name];
    return unreadFields({ raw: value, read: known.get(name) }).map(inner => `${name}.${inner}`);
  });
}

function fieldsOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

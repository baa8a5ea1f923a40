import type { SlackRef } from '@campus-desk/contract';
import { z } from 'zod';
import { SlackRefusal } from '../slack/errors.ts';
import type { PacedSlack } from '../slack/paced-client.ts';
import { slackPagesOf } from '../slack/pages.ts';

const threadMessageSchema = z.looseObject({
  ts: z.string(),
  subtype: z.string().nullish().catch(undefined),
  text: z.string().nullish().catch(undefined),
  edited: z.looseObject({ ts: z.string() }).optional().catch(undefined),
});
export type ThreadMessage = z.infer<typeof threadMessageSchema>;

const pageSize = 200;

type ReadThreadInput = { slack: PacedSlack; root: SlackRef };

/** All messages of a thread, its root included, oldest first; undefined when there is no such thread any more. */
export async function readThread({ slack, root }: ReadThreadInput): Promise<ThreadMessage[] | undefined> {
  const { channel, ts } = root;
  const messages: ThreadMessage[] = [];
  try {
    for await (const page of slackPagesOf(cursor => slack.replies({ channel, ts, cursor, limit: pageSize })))
      messages.push(...threadMessageSchema.array().parse(page.messages ?? []));
  } catch (error) {
    if (error instanceof SlackRefusal && error.isGone) return undefined;
    throw error;
  }
  return messages;
}

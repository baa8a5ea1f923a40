import type { SlackRef } from '@campus-desk/contract';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { SlackRefusal } from '../slack/errors.ts';
import type { CallSlack } from '../slack/paced-client.ts';
import type { Hold } from '../sync/lease.ts';

const threadMessageSchema = z.looseObject({
  ts: z.string(),
  text: z.string().optional(),
  edited: z.looseObject({ ts: z.string() }).optional(),
});
export type ThreadMessage = z.infer<typeof threadMessageSchema>;

const pageSize = 200;

type ReadThreadInput = { slack: WebClient; call: CallSlack; hold: Hold; ref: SlackRef };

/** All messages of a thread, its root included, oldest first; undefined when there is no such thread any more. */
export async function readThread(input: ReadThreadInput): Promise<ThreadMessage[] | undefined> {
  const { slack, call, hold } = input;
  const { channel, ts } = input.ref;
  const messages: ThreadMessage[] = [];
  let cursor: string | undefined;
  do {
    const run = () => slack.conversations.replies({ channel, ts, cursor, limit: pageSize });
    try {
      const page = await call({ method: 'conversations.replies', channel, hold, run });
      messages.push(...threadMessageSchema.array().parse(page.messages ?? []));
      cursor = page.response_metadata?.next_cursor || undefined;
    } catch (error) {
      if (error instanceof SlackRefusal && error.isGone) return undefined;
      throw error;
    }
  } while (cursor !== undefined);
  return messages;
}

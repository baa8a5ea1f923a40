import type { WebClient } from '@slack/web-api';
import { slackPagesOf } from '../slack/pages.ts';
import type { ConversationContext } from './context.ts';
import { readMessage } from './read-message.ts';
import { storeSlackMessage } from './store-message.ts';

type CopyThreadInput = {
  context: ConversationContext & { slack: WebClient };
  number: number;
  /** The message that became the ticket, and the root of its thread. */
  source: { channel: string; ts: string; threadTs: string };
};

/**
 * Makes the thread from which a ticket was created its reporter thread, and what people wrote there so far its
 * conversation. Safe to repeat. Where the bot cannot read, nothing happens: the reporter has their card in the DM.
 */
export async function copyThread({ context, number, source }: CopyThreadInput): Promise<void> {
  const { client, slack, botUserId, names } = context;
  const { channel, ts, threadTs } = source;
  const pages = slackPagesOf(cursor =>
    slack.conversations.replies({ channel, ts: threadTs, limit: 200, cursor }),
  );
  let isBound = false;
  for await (const { messages = [] } of pages) {
    if (!isBound) await client.bindThread({ number, side: 'reporter', channel, ts: threadTs });
    isBound = true;
    for (const message of messages) {
      const isDescription = message.ts === ts && (message.files ?? []).length === 0;
      if (isDescription) continue;
      const reading = await readMessage({ names, botUserId, message, channel });
      await storeSlackMessage({
        client,
        number,
        reading,
        actorOf: id => names.actor({ id, role: 'user' }),
      });
    }
  }
}

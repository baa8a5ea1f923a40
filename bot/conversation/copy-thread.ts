import type { ListenerContext } from '../listeners/handling/context.ts';
import type { FilingSource } from '../ui/filing-form.ts';
import { readMessage } from './read-message.ts';
import { storeSlackMessage } from './store-message.ts';

type CopyThreadInput = { context: ListenerContext; number: number; source: FilingSource };

/**
 * Makes the thread from which a ticket was created its reporter thread, and what people wrote there so far its
 * conversation. Safe to repeat. Where the bot cannot read, nothing happens: the reporter has his card in the DM.
 */
export async function copyThread({ context, number, source }: CopyThreadInput): Promise<void> {
  const { channel, ts, threadTs } = source;
  let cursor: string | undefined;
  do {
    const page = await context.slack.conversations.replies({ channel, ts: threadTs, limit: 200, cursor });
    if (cursor === undefined)
      await context.client.bindThread({ number, side: 'reporter', channel, ts: threadTs });
    for (const message of page.messages ?? []) {
      const isDescription = message.ts === ts && (message.files ?? []).length === 0;
      if (!isDescription) await store({ context, number, channel, message });
    }
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
}

type StoreInput = { context: ListenerContext; number: number; channel: string; message: unknown };

async function store({ context, number, channel, message }: StoreInput): Promise<void> {
  await storeSlackMessage({
    client: context.client,
    number,
    reading: await readMessage({ context, message, channel }),
    actorOf: id => context.names.actor({ id, role: 'user' }),
  });
}

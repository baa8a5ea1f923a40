import { type Client, type Message, pagesOf, type SlackRef, type TicketEvent } from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import { isFilePart } from '../slack/marker.ts';
import type { PacedSlack } from '../slack/paced-client.ts';
import type { SyncContext } from './context.ts';
import { messageAt } from './find-own-post.ts';

type RemoveFilesInput = {
  context: SyncContext;
  message: Message;
  /** Its copy: the files stand in the same thread. */
  copy: SlackRef;
};

/** Takes away the copies of a message's files, from the thread and from Slack. */
export async function removeFiles({ context, message, copy }: RemoveFilesInput): Promise<void> {
  const { client, slack, ownPosts } = context;
  const posting = await findPosting({ client, message });
  if (posting?.changes.files === undefined) return;
  const threadTs = await rootOf({ slack, copy });
  if (threadTs === undefined) return;
  const { channel } = copy;
  const target = { channel, threadTs };
  const posts = await ownPosts.list({ target, sinceMs: Date.parse(message.createdAt) });
  const copies = posts.filter(({ marker }) => marker.event === posting.id && isFilePart(marker.part));
  for (const { ts, fileIds } of copies) {
    for (const id of fileIds) await unlessRefused(slack.deleteFile(id));
    await unlessRefused(slack.delete({ channel, ts }));
  }
}

type FindPostingInput = { client: Client; message: Message };

/** The event with which a message was posted, by which its copies and those of its files are known. */
export async function findPosting(input: FindPostingInput): Promise<TicketEvent | undefined> {
  const { client, message } = input;
  const query = { number: message.ticketNumber, role: 'helpdesk', limit: 500 } as const;
  for await (const { events } of pagesOf(cursor => client.listEvents({ ...query, cursor }))) {
    const posting = events.find(({ messageId }) => messageId === message.id);
    if (posting !== undefined) return posting;
  }
  return undefined;
}

type RootOfInput = { slack: PacedSlack; copy: SlackRef };

/** The root of the thread a copy stands in, which may be one that a card has left. */
export async function rootOf({ slack, copy }: RootOfInput): Promise<string | undefined> {
  return (await messageAt({ slack, ref: copy }))?.thread_ts;
}

/** What Slack does not delete is gone already, or stays. */
async function unlessRefused(work: Promise<unknown>): Promise<void> {
  await work.catch(error => {
    if (!(error instanceof SlackRefusal)) throw error;
  });
}

import type { Message, SlackRef } from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import type { PacedSlack } from '../slack/paced-client.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { helpdeskCopies } from './helpdesk-copies.ts';
import { copyPart } from './mirror.ts';
import { findPosting, removeFiles } from './remove-files.ts';

type TakeBackInput = { context: SyncContext; delivery: TicketDelivery; message: Message };

/**
 * Deletes what stands outside helpdesk's threads of a message that has become a note: its copies and their files, also
 * a copy whose place nobody could remember. Throws a `SlackRefusal` when Slack keeps one.
 */
export async function takeBack({ context, delivery, message }: TakeBackInput): Promise<void> {
  const copies = await context.client.listCopies({ id: message.id });
  const kept = await helpdeskCopies({ context, message, copies });
  for (const copy of copies) {
    if (kept.includes(copy)) continue;
    await removeFiles({ context, message, copy });
    await remove({ slack: context.slack, post: copy });
  }
  await removeForgotten({ context, delivery, message });
}

/** What was posted by a bot that died of it; Slack may carry out such a call even now, so somebody looks once more. */
async function removeForgotten({ context, delivery, message }: TakeBackInput): Promise<void> {
  const { client, slack, ownPosts, secondPosts } = context;
  const thread = delivery.threads.get('reporter');
  const posting = await findPosting({ client, message });
  if (thread === undefined || posting === undefined) return;
  const target = { channel: thread.channel, threadTs: thread.ts };
  const sinceMs = Date.parse(message.createdAt);
  for (const { ts, marker, fileIds } of await ownPosts.list({ target, sinceMs })) {
    if (marker.event !== posting.id) continue;
    for (const id of fileIds) await slack.deleteFile(id);
    await remove({ slack, post: { channel: thread.channel, ts } });
  }
  const marker = { event: posting.id, ticket: message.ticketNumber, part: copyPart('reporter') };
  secondPosts.watch({ target, marker, ts: undefined, sinceMs });
}

async function remove({ slack, post }: { slack: PacedSlack; post: SlackRef }): Promise<void> {
  await slack.delete(post).catch(error => {
    if (!(error instanceof SlackRefusal && error.isGone)) throw error;
  });
}

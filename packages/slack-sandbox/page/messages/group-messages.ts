import type { SandboxMessage } from '../../protocol.ts';
import { isReply } from '../state/threads.ts';
import { momentOf } from '../text/dates.ts';

const SAME_BREATH_SECONDS = 300;

/** What the list shows, from top to bottom. */
export type Row =
  | { kind: 'day'; key: string; date: Date }
  | { kind: 'new'; key: string }
  | {
      kind: 'message';
      key: string;
      message: SandboxMessage;
      replies: SandboxMessage[];
      isContinued: boolean;
    };

type RowsOfInput = { messages: SandboxMessage[]; readTs: string; myId: string };

/** The messages that stand in a conversation itself, with the thread under each. */
export function rowsOf({ messages, readTs, myId }: RowsOfInput): Row[] {
  const replies = new Map<string, SandboxMessage[]>();
  for (const message of messages) {
    if (isReply(message))
      replies.set(message.thread_ts ?? '', [...(replies.get(message.thread_ts ?? '') ?? []), message]);
  }
  const rows: Row[] = [];
  let last: SandboxMessage | undefined;
  let isNewShown = false;
  for (const message of messages.filter(standsInConversation)) {
    const date = momentOf(message.ts);
    if (!last || date.toDateString() !== momentOf(last.ts).toDateString()) {
      rows.push({ kind: 'day', key: `day-${date.toDateString()}`, date });
      last = undefined;
    }
    if (!isNewShown && readTs && message.ts > readTs && message.user !== myId && !message.ephemeral_for) {
      rows.push({ kind: 'new', key: 'new' });
      isNewShown = true;
      last = undefined;
    }
    rows.push({
      kind: 'message',
      key: message.ts,
      message,
      replies: (replies.get(message.ts) ?? []).filter(reply => !reply.ephemeral_for),
      isContinued: isContinued(last, message),
    });
    last = message;
  }
  return rows;
}

/** Whether a message is a card: an app's message with a title or with something to press. */
export function isCard(message: SandboxMessage): boolean {
  const kinds = (message.blocks ?? []).map(block => block.type);
  return message.bot_id !== undefined && (kinds.includes('header') || kinds.includes('actions'));
}

/** Whether a message goes on where the one before it stopped, so that it needs no name of its own. */
export function isContinued(before: SandboxMessage | undefined, message: SandboxMessage): boolean {
  if (!before || before.user !== message.user || message.ephemeral_for !== before.ephemeral_for) return false;
  // A card is a thing of its own.
  if (isCard(message)) return false;
  if (message.subtype === 'thread_broadcast') return false;
  return Number(message.ts) - Number(before.ts) < SAME_BREATH_SECONDS;
}

function standsInConversation(message: SandboxMessage): boolean {
  return !isReply(message) || message.subtype === 'thread_broadcast';
}

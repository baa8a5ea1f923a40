import type { Conversation, SandboxMessage } from './protocol.ts';

/** The people whom a message names, and whether it is for everybody in the conversation. */
type Addressees = { ids: string[]; isForAll: boolean };

/** Whom a message addresses in what it shows; the text beside blocks is a fallback, and addresses nobody. */
function addresseesOf({ text, blocks }: SandboxMessage): Addressees {
  const parts = blocks === undefined ? [{ type: 'mrkdwn', text }] : partsOf(blocks);
  const markup = parts.filter(({ type }) => type === 'mrkdwn').map(part => String(part.text));
  const named = markup.flatMap(words =>
    [...words.matchAll(/<@([UW][A-Z0-9]+)/g)].flatMap(([, id]) => id ?? []),
  );
  const elements = parts.filter(({ type }) => type === 'user').map(part => String(part.user_id));
  return {
    ids: [...named, ...elements],
    isForAll:
      parts.some(({ type }) => type === 'broadcast') ||
      markup.some(words => /<!(?:channel|here|everyone)\b/.test(words)),
  };
}

/** Everything in blocks that says what it is, however deep. */
function partsOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  return [{ ...value }, ...Object.values(value).flatMap(partsOf)];
}

/** Who follows a thread, root first: who began it, wrote in it, or was mentioned in it. Pressing a button is none of these. */
export function followersOf(thread: readonly SandboxMessage[]): string[] {
  return [...new Set(thread.flatMap(message => [message.user, ...addresseesOf(message).ids]))];
}

type NotifiedInput = {
  conversation: Conversation;
  message: SandboxMessage;
  /** What stands in the message's thread before it, root first; empty outside every thread. */
  thread: readonly SandboxMessage[];
};

/** Whom of its members Slack notifies of a new message. */
export function notifiedOf({ conversation, message, thread }: NotifiedInput): string[] {
  const { kind, memberIds } = conversation;
  const isDirect = kind === 'im' && thread.length === 0;
  const { ids, isForAll } = addresseesOf(message);
  const named = new Set([...followersOf(thread), ...ids]);
  const isMeant = (id: string) => isDirect || isForAll || named.has(id);
  return memberIds.filter(id => id !== message.user && isMeant(id));
}

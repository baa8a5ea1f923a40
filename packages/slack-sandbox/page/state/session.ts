import { computed, effect, signal } from '@preact/signals';
import type { Conversation, Person, SandboxMessage, Snapshot, TrafficEntry } from '../../protocol.ts';
import { route } from './route.ts';

/** What the server last answered, kept current by the stream; `undefined` until the first answer. */
export const snapshot = signal<Snapshot | undefined>(undefined);
export const connection = signal<'connecting' | 'live' | 'lost'>('connecting');
export const appReachable = signal(true);
export const traffic = signal<TrafficEntry[]>([]);

export const me = computed<Person | undefined>(() => snapshot.value?.me);
export const people = computed<Map<string, Person>>(
  () => new Map((snapshot.value?.people ?? []).map(person => [person.id, person])),
);
export const conversations = computed<Map<string, Conversation>>(
  () => new Map((snapshot.value?.conversations ?? []).map(one => [one.id, one])),
);
export const openConversation = computed<Conversation | undefined>(() =>
  conversations.value.get(route.value.channel),
);

/** Resolves once this person's page knows the conversation: its stream may bring a new one after the act's answer. */
export function known(channel: string): Promise<void> {
  return new Promise(resolve => {
    const stop = effect(() => {
      if (!conversations.value.has(channel)) return;
      resolve();
      // Later, for the first run comes before there is anything to stop.
      queueMicrotask(() => stop());
    });
  });
}

/** Of the page itself, such as `Campus Desk sandbox`. */
export const pageName = computed<string>(() => `${snapshot.value?.appName ?? 'Slack'} sandbox`);

const noMessages: SandboxMessage[] = [];

/** Messages of a conversation, oldest first, thread replies included. */
export function messagesOf(channel: string): SandboxMessage[] {
  return snapshot.value?.messages[channel] ?? noMessages;
}

/** Name shown beside a message or in a list. */
export function nameOf(userId: string): string {
  return people.value.get(userId)?.realName ?? userId;
}

/** Name by which a mention calls somebody. */
export function handleOf(userId: string): string {
  return people.value.get(userId)?.name ?? userId;
}

/** The other person of a DM. */
export function otherSide(conversation: Conversation): Person | undefined {
  const other = conversation.memberIds.find(id => id !== me.value?.id);
  return people.value.get(other ?? me.value?.id ?? '');
}

/** `#general` or the name of the other side. */
export function titleOf(conversation: Conversation): string {
  if (conversation.kind === 'channel') return `#${conversation.name}`;
  return otherSide(conversation)?.realName ?? conversation.name;
}

/** The sandbox's own clock in Unix seconds, carried on by this machine's clock. */
export function clock(): number {
  return Date.now() / 1000 + clockOffset.value;
}

const clockOffset = signal(0);

/** Remembers how far the sandbox's clock is from this machine's. */
export function setClock(now: number): void {
  clockOffset.value = now - Date.now() / 1000;
}

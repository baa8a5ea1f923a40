import type { Conversation, Person, TrafficEntry, Trouble } from '../protocol.ts';
import type { StoredMessage } from './state/stored-message.ts';

/** Something that happened in the workspace: the page shows it, the app may receive it as an event. */
export type Change =
  | { type: 'message_posted'; message: StoredMessage }
  | { type: 'message_changed'; message: StoredMessage; previous: StoredMessage; editTs: string }
  | { type: 'message_deleted'; previous: StoredMessage; deleteTs: string }
  /** Only counts (replies, reactions) changed: shown on the page, not an event. */
  | { type: 'message_touched'; message: StoredMessage }
  | { type: 'reaction_changed'; message: StoredMessage; userId: string; name: string; isAdded: boolean }
  | { type: 'ephemeral_shown'; message: StoredMessage }
  | { type: 'ephemeral_removed'; message: StoredMessage }
  | { type: 'conversation_changed'; conversation: Conversation }
  | { type: 'member_joined'; conversation: Conversation; userId: string }
  | { type: 'person_joined'; person: Person }
  | { type: 'person_changed'; person: Person }
  | { type: 'views_changed'; userId: string }
  | { type: 'home_changed'; userId: string }
  | { type: 'home_opened'; userId: string; tab: 'home' | 'messages'; channel: string }
  | { type: 'read'; userId: string; channel: string; ts: string }
  | { type: 'traffic'; entry: TrafficEntry }
  | { type: 'trouble'; trouble: Trouble }
  | { type: 'app_reachable'; reachable: boolean };

export type ChangeFeed = {
  publish(change: Change): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (change: Change) => void): () => void;
};

/** Publishes each change to every subscriber, in order, at once. */
export function createChangeFeed(): ChangeFeed {
  const listeners = new Set<(change: Change) => void>();
  return {
    publish(change) {
      for (const listener of [...listeners]) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

import type { ChangeFeed } from '../changes.ts';
import type { StoredMessage } from '../state/stored-message.ts';

/** Messages only one person sees; they are in no history and vanish with the process. */
export type Ephemerals = {
  show(message: StoredMessage): StoredMessage;
  find(where: { channel: string; ts: string }): StoredMessage | undefined;
  remove(message: StoredMessage): void;
  of(userId: string): StoredMessage[];
};

const keptPerPerson = 100;

/** Keeps the last ephemeral messages of each person. */
export function createEphemerals({ changes }: { changes: ChangeFeed }): Ephemerals {
  const shown = new Map<string, StoredMessage>();
  const key = ({ channel, ts }: { channel: string; ts: string }) => `${channel}/${ts}`;
  const of = (userId: string) => [...shown.values()].filter(message => message.ephemeral_for === userId);
  return {
    show(message) {
      shown.set(key(message), message);
      const [oldest, ...rest] = of(message.ephemeral_for ?? '');
      if (oldest !== undefined && rest.length >= keptPerPerson) shown.delete(key(oldest));
      changes.publish({ type: 'ephemeral_shown', message });
      return message;
    },
    find: where => shown.get(key(where)),
    remove(message) {
      if (shown.delete(key(message))) changes.publish({ type: 'ephemeral_removed', message });
    },
    of,
  };
}

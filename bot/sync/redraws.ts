import type { SlackRef } from '@campus-desk/contract';
import type { Post } from '../slack/call.ts';
import type { PacedSlack } from '../slack/paced-client.ts';

type RedrawInput = {
  card: SlackRef;
  /** Called when its turn has come. */
  draw: () => Promise<Post>;
  /** Nobody waits for it. */
  canWait?: boolean;
  /** Called when its turn does not come at once: what is known by now will be old. */
  onWait: () => void;
};

type Redraw = { done: Promise<void>; isWaiting: boolean; onWait: () => void };

export type RedrawCard = ReturnType<typeof createRedraws>;

/**
 * Redraws cards, the updates of each in order. Updates are rationed: however often one is asked for while it waits for
 * its turn, it is made once, and drawn then.
 */
export function createRedraws({ slack }: { slack: PacedSlack }) {
  const newest = new Map<string, Redraw>();

  return ({ card: { channel, ts }, draw, canWait, onWait }: RedrawInput): Promise<void> => {
    const key = `${channel} ${ts}`;
    const before = newest.get(key);
    if (before?.isWaiting) {
      before.onWait();
      onWait();
      return before.done;
    }
    const redraw: Redraw = { done: Promise.resolve(), isWaiting: true, onWait };
    const update = async () => {
      if (before !== undefined) {
        onWait();
        await before.done.catch(() => undefined);
      }
      await slack.update({
        channel,
        ts,
        canWait,
        onWait: () => {
          redraw.isWaiting = true;
          onWait();
        },
        draw: () => {
          redraw.isWaiting = false;
          return draw();
        },
      });
    };
    const end = () => {
      if (newest.get(key) === redraw) newest.delete(key);
    };
    redraw.done = update().finally(end);
    newest.set(key, redraw);
    return redraw.done;
  };
}

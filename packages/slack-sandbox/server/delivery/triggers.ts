import { newSecret } from '../ids.ts';

export type Triggers = {
  /** A new trigger for what this person just did; `viewId` when it was done in a modal. */
  issue(from: { userId: string; viewId?: string }): string;
  /** Uses the trigger up: whose it was, or the name of Slack's error. */
  exchange(triggerId: string): TriggerUse | { error: TriggerError };
};

export type TriggerUse = { userId: string; viewId?: string };
type TriggerError = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

const lifeMs = 3000;

/** Trigger ids open one view each and live for 3 seconds. */
export function createTriggers({ clock, teamId }: { clock: () => Date; teamId: string }): Triggers {
  const issued = new Map<string, TriggerUse & { at: number; isUsed: boolean }>();
  const now = () => clock().getTime();
  let count = 0;
  return {
    issue(from) {
      for (const [id, { at }] of issued) if (now() - at > 100 * lifeMs) issued.delete(id);
      count += 1;
      const id = `${count}.${Number.parseInt(teamId.slice(1, 8), 36)}.${newSecret(16)}`;
      issued.set(id, { ...from, at: now(), isUsed: false });
      return id;
    },
    exchange(triggerId) {
      const trigger = issued.get(triggerId);
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.isUsed) return { error: 'exchanged_trigger_id' };
      if (now() - trigger.at > lifeMs) return { error: 'expired_trigger_id' };
      trigger.isUsed = true;
      return { userId: trigger.userId, viewId: trigger.viewId };
    },
  };
}

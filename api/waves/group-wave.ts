import { type Actor, type GroupedWave, maxGroupedAtOnce } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { markDuplicates } from '../tickets/mark-duplicates.ts';
import { mayMarkDuplicates } from '../tickets/policy.ts';
import { getWave } from './get-wave.ts';
import { waveOfHelpdesk } from './refusals.ts';

type GroupWaveInput = {
  context: Context;
  id: number;
  actor: Actor;
  /** Those that the actor has seen: others stay as they are. */
  numbers?: readonly number[] | undefined;
};

/**
 * Makes tickets of a wave duplicates of its first one, the oldest of many, in one transaction. Those that somebody has
 * closed or marked meanwhile stay as they are; doing it again changes nothing. Throws `not_found` or `forbidden_for_role`.
 */
export async function groupWave({ context, id, actor, numbers }: GroupWaveInput): Promise<GroupedWave> {
  if (!mayMarkDuplicates(actor.role)) throw waveOfHelpdesk();
  const { original, ungrouped } = await getWave({ db: context.db, id });
  const wanted = ungrouped.filter(number => numbers?.includes(number) ?? true).slice(0, maxGroupedAtOnce);
  const grouped =
    original === null ? [] : await markDuplicates({ context, numbers: wanted, duplicateOf: original, actor });
  return { wave: await getWave({ db: context.db, id }), grouped };
}

import { type Actor, AppError, type GroupedWave, hasCode } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { markDuplicate } from '../tickets/mark-duplicate.ts';
import { mayMarkDuplicates } from '../tickets/policy.ts';
import { getWave } from './get-wave.ts';

type GroupWaveInput = { context: Context; id: number; actor: Actor };

/**
 * Makes the tickets of a wave duplicates of its first one, each as marking one does. Those that somebody has closed or
 * marked meanwhile stay as they are; doing it again changes nothing. Throws `not_found` or `forbidden_for_role`.
 */
export async function groupWave({ context, id, actor }: GroupWaveInput): Promise<GroupedWave> {
  if (!mayMarkDuplicates(actor.role))
    throw new AppError({
      code: 'forbidden_for_role',
      message: 'Only the helpdesk groups tickets. Enter as helpdesk to do that.',
      details: { reason: 'duplicate_by_helpdesk' },
    });
  const { original, ungrouped } = await getWave({ db: context.db, id });
  const grouped: number[] = [];
  for (const number of ungrouped) if (await mark({ context, actor, number, original })) grouped.push(number);
  return { wave: await getWave({ db: context.db, id }), grouped };
}

type MarkInput = { context: Context; actor: Actor; number: number; original: number | null };

/** Whether the ticket became a duplicate; not where it, or the original, was closed meanwhile. */
async function mark({ context, actor, number, original }: MarkInput): Promise<boolean> {
  const change = { actor, duplicateOf: original };
  return markDuplicate({ context, number, change, duplicateOf: original }).then(
    () => true,
    error => {
      if (hasCode(error, 'ticket_closed', 'validation_failed')) return false;
      throw error;
    },
  );
}

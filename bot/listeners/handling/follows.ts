import type { Role } from '@campus-desk/contract';
import type { ActContext } from './context.ts';

type FollowsInput = { context: ActContext; number: number; role: Role };

/**
 * Whether this person, as a user, has joined a ticket of somebody else; undefined where they cannot choose, because a
 * ticket of theirs is its duplicate, or where it is not known.
 */
export async function follows({ context, number, role }: FollowsInput): Promise<boolean | undefined> {
  if (role === 'helpdesk') return undefined;
  const told = await context.client.listFollowers({ number, role }).catch(() => undefined);
  if (told === undefined) return undefined;
  const own = told.find(({ userId }) => userId === context.userId);
  if (own === undefined) return false;
  return own.duplicate === null ? true : undefined;
}

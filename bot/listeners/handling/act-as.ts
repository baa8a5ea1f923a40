import type { Actor, Role } from '@campus-desk/contract';
import type { SlackUser } from '../../conversation/names.ts';
import type { ListenerContext } from './context.ts';

type ActAsInput = { context: ListenerContext; user: SlackUser; role: Role };

/** The person as an actor in the role they picked; throws when they may not act in it. */
export async function actAs({ context, user, role }: ActAsInput): Promise<Actor> {
  const [actor] = await Promise.all([
    context.names.actor({ ...user, role }),
    context.checkRole({ id: user.id, role }),
  ]);
  return actor;
}

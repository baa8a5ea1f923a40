import { type ChangeTicket, type Role, type Status, statuses } from '../contract/index.ts';

/** The tickets a role is shown (design.md §3). */
export const visibleStatuses: Record<Role, readonly Status[]> = {
  user: ['open', 'active'],
  helpdesk: statuses,
};

/** The one move a ticket of each status can make; a closed one makes none. */
export const nextStatus: Record<Status, Status | undefined> = {
  open: 'active',
  active: 'closed',
  closed: undefined,
};

/** The fields only helpdesk changes. */
const helpdeskFields = ['status', 'category'] as const;

/** Whether a role may look at a ticket of this status. */
export function maySee({ role, status }: { role: Role; status: Status }): boolean {
  return visibleStatuses[role].includes(status);
}

/** The first field of a change that the actor's role must leave alone. */
export function forbiddenField({ actor, ...change }: ChangeTicket): 'status' | 'category' | undefined {
  if (actor.role === 'helpdesk') return undefined;
  return helpdeskFields.find(field => change[field] !== undefined);
}

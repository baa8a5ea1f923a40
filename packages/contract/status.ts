import type { Role } from './actor.ts';

export const statuses = ['open', 'active', 'closed'] as const;
export type Status = (typeof statuses)[number];

/** The statuses as people read them. */
export const statusNames: Record<Status, string> = { open: 'Open', active: 'Active', closed: 'Closed' };

/** The statuses of the tickets that are still to be solved. */
export const unclosedStatuses = ['open', 'active'] as const satisfies readonly Status[];

/** The statuses of the tickets that a role sees. */
export const visibleStatuses: Record<Role, readonly Status[]> = {
  user: unclosedStatuses,
  helpdesk: statuses,
};

/** The one step a ticket of each status can take; a closed one takes none. */
export const nextStatus: Record<Status, Status | undefined> = {
  open: 'active',
  active: 'closed',
  closed: undefined,
};

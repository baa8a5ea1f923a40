/** Whose turn a ticket can be. */
export const moves = ['helpdesk', 'reporter'] as const;
export type Move = (typeof moves)[number];

import { moves } from '@campus-desk/contract';
import { z } from 'zod';
import type { ListPage } from './page.ts';

const partSchema = z.enum(['all', 'unassigned', 'mine', ...moves]);

/** A part of the queue: whose tickets, or whose turn it is. */
export type QueuePart = z.infer<typeof partSchema>;

/** The parts in the order in which they are offered. */
export const queueParts = partSchema.options;

/** What was chosen; throws when it is not ours. */
export function readQueuePart(value: string): QueuePart {
  return partSchema.parse(value);
}

/** Which part a list shows. */
export function partOf({ role, reporter, told = reporter, assignee, unassigned, move }: ListPage): QueuePart {
  if (move !== undefined) return move;
  if (unassigned !== undefined) return 'unassigned';
  return (role === 'helpdesk' ? assignee : told) === undefined ? 'all' : 'mine';
}

type WithPartInput = { page: ListPage; part: QueuePart; userId: string };

/** Another part of a list, from its first page; "My tickets" become all of them where others are wanted. */
export function withPart({ page, part, userId }: WithPartInput): ListPage {
  const { reporter: _r, told: _t, assignee: _a, unassigned: _u, move: _m, ...others } = fromStart(page);
  const { reporterName: _by, assigneeName: _with, ...rest } = others;
  const wider = page.role === 'helpdesk' ? 'queue' : 'all';
  const name = page.name === 'mine' && part !== 'mine' ? wider : page.name;
  if (part === 'all') return { ...rest, name };
  if (part === 'unassigned') return { ...rest, name, unassigned: 'true' };
  if (part !== 'mine') return { ...rest, name, move: part };
  return { ...rest, name, ...(page.role === 'helpdesk' ? { assignee: userId } : { told: userId }) };
}

/** The same list, from its first page. */
export function fromStart(page: ListPage): ListPage {
  const { cursor: _cursor, next: _next, ...rest } = page;
  return { ...rest, back: [], at: 1 };
}

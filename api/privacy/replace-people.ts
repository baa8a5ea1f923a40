import type { Person } from '@campus-desk/contract';
import { and, inArray, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { corrections, type Database, events, messages, tickets } from '../../db/index.ts';

type ReplacePeopleInput = {
  tx: Database;
  /** Who is replaced, said of the column that has their id. */
  who: (id: PgColumn) => SQL;
  /** In these tickets only; everywhere when absent. */
  numbers?: number[];
  by: Person;
};

/** Puts somebody else in the place of people, wherever they reported, work or act. */
export async function replacePeople({ tx, who, numbers, by }: ReplacePeopleInput): Promise<void> {
  const isIn = (column: PgColumn) => (numbers === undefined ? undefined : inArray(column, numbers));
  await tx
    .update(tickets)
    .set({ reporterId: by.id, reporterName: by.name })
    .where(and(isIn(tickets.number), who(tickets.reporterId)));
  await tx
    .update(tickets)
    .set({ assigneeId: by.id, assigneeName: by.name })
    .where(and(isIn(tickets.number), who(tickets.assigneeId)));
  await tx
    .update(tickets)
    .set({ closedById: by.id, closedByName: by.name })
    .where(and(isIn(tickets.number), who(tickets.closedById)));
  for (const table of [messages, events, corrections])
    await tx
      .update(table)
      .set({ actorId: by.id, actorName: by.name })
      .where(and(isIn(table.ticketNumber), who(table.actorId)));
}

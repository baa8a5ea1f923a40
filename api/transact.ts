import type { Actor, Changes, EventType } from '@campus-desk/contract';
import { type Database, events } from '../db/index.ts';
import type { Context } from './context.ts';

/** One entry of a ticket's history, to be written with the change it records. */
type NewEvent = {
  ticketNumber: number;
  type: EventType;
  actor: Actor;
  at: Date;
  changes: Changes;
  messageId?: string;
};

/** A running transaction: `tx` for the change, `record` for its events, in their order. */
export type Transaction = { tx: Database; record: (...recorded: NewEvent[]) => Promise<void> };

/** A statement has 65,535 parameters at most. */
const rowsAtOnce = 1000;

type TransactInput<Result> = { context: Context; work: (transaction: Transaction) => Promise<Result> };

/** Runs `work` in one transaction and, once that is committed, announces the events it recorded. */
export function transact<Result>({ context, work }: TransactInput<Result>): Promise<Result> {
  return together({
    context,
    work: ({ db: tx, announce }) => {
      const record: Transaction['record'] = async (...recorded) => {
        const rows = recorded.map(({ actor: { id, name, role }, ...event }) => {
          return { ...event, actorId: id, actorName: name, actorRole: role };
        });
        for (let at = 0; at < rows.length; at += rowsAtOnce)
          await tx.insert(events).values(rows.slice(at, at + rowsAtOnce));
        for (const { type } of rows) announce(type);
      };
      return work({ tx, record });
    },
  });
}

type TogetherInput<Result> = { context: Context; work: (context: Context) => Promise<Result> };

/** Runs several verbs, each with the context it is given, in one transaction: all of what they do is stored, or nothing. */
export async function together<Result>({ context, work }: TogetherInput<Result>): Promise<Result> {
  const announced: EventType[] = [];
  const result = await context.writes.run(() =>
    context.db.transaction(
      tx =>
        work({
          ...context,
          db: tx,
          writes: { run: verb => verb() },
          announce: type => announced.push(type),
        }),
      // Each statement sees what others committed before it began: after waiting for a row it sees the row's new state.
      { isolationLevel: 'read committed' },
    ),
  );
  for (const type of announced) context.announce(type);
  return result;
}

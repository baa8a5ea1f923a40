import type { Categoriser } from '@campus-desk/categoriser';
import type { Actor, EventType } from '@campus-desk/contract';
import { type Changes, type Database, events } from '../db/index.ts';
import type { CorrectionRow } from './corrections/correction-row.ts';

/** What the verbs of the API work with. */
export type Desk = {
  db: Database;
  categoriser: Categoriser;
  /** Told of every correction of a category once its transaction is committed. */
  learn: (correction: CorrectionRow) => void;
  clock: () => Date;
  newId: () => string;
  /** Told of every event once its transaction is committed. */
  announce: (type: EventType) => void;
};

/** One entry of a ticket's history, to be written with the change it tells of. */
export type NewEvent = {
  ticketNumber: number;
  type: EventType;
  actor: Actor;
  at: Date;
  changes: Changes;
  messageId?: string;
};

/** A running transaction: `tx` for the change, `record` for its event. */
export type Work = { tx: Database; record: (event: NewEvent) => Promise<void> };

/** Runs `work` in one transaction and, once that is committed, announces the events it recorded. */
export async function transact<Result>({
  desk,
  work,
}: {
  desk: Desk;
  work: (work: Work) => Promise<Result>;
}): Promise<Result> {
  const recorded: EventType[] = [];
  const result = await desk.db.transaction(
    tx =>
      work({
        tx,
        record: async ({ actor, ...event }) => {
          await tx
            .insert(events)
            .values({ ...event, actorId: actor.id, actorName: actor.name, actorRole: actor.role });
          recorded.push(event.type);
        },
      }),
    // A statement sees what others committed before it began: whoever waited for a row sees what became of it.
    { isolationLevel: 'read committed' },
  );
  for (const type of recorded) desk.announce(type);
  return result;
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Categoriser, createTicketIndex } from '@campus-desk/categoriser';
import type { Categorisation } from '@campus-desk/contract';
import { and, count, desc, eq, isNotNull, max } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';

type EarlierAnswer = NonNullable<Categorisation['earlier']>;

/** Finds the closing note of a similar ticket that may answer who writes a text. */
export type FindNote = (text: string) => Promise<EarlierAnswer | undefined>;

/** More notes are not kept: the newest decide. */
const maxNotes = 300;

/** Where it was does not matter, and a wrong answer costs a glance: less alike than what is asked about before filing. */
const similarFrom = 0.5;

/** Reading a ticket takes part of a millisecond: after so many others get their turn. */
const atOnce = 10;

/** What makes a note one that may be read by everybody: helpdesk offers it, and its reporter says that it solved the problem. */
const isOffered = and(
  eq(tickets.answersOthers, true),
  eq(tickets.status, 'closed'),
  eq(tickets.solved, true),
  isNotNull(tickets.closingNote),
);

type TicketIndex = ReturnType<typeof createTicketIndex>;

type CreateNoteFinderInput = { db: Database; categoriser: Categoriser; clock: () => Date };

/** What notes answer is read when the first is asked for, and again when it has changed. */
export function createNoteFinder({ db, categoriser, clock }: CreateNoteFinderInput): FindNote {
  let known: { state: string; index: Promise<TicketIndex> } | undefined;
  return async text => {
    const state = await stateOf(db);
    if (state === undefined) return undefined;
    if (known?.state !== state) {
      const index = readNotes(db);
      known = { state, index };
      index.catch(() => {
        known = undefined;
      });
    }
    const { category, unsure } = categoriser.categorise(text);
    const [best] = (await known.index).find({
      words: { description: text, location: null, place: null },
      category: unsure ? null : category,
      now: clock(),
      min: similarFrom,
      limit: 1,
      anywhere: true,
    });
    return best && readNote({ db, number: best.number });
  };
}

/** Other when a note was offered, taken back, or its ticket changed; undefined while there is none. */
async function stateOf(db: Database): Promise<string | undefined> {
  const [found] = await db
    .select({ notes: count(), last: max(tickets.modifiedAt) })
    .from(tickets)
    .where(isOffered);
  return found === undefined || found.notes === 0 ? undefined : `${found.notes} ${found.last?.toISOString()}`;
}

async function readNotes(db: Database): Promise<TicketIndex> {
  const { number, description, location, place, category, openedAt } = tickets;
  const rows = await db
    .select({ number, description, location, place, category, openedAt })
    .from(tickets)
    .where(isOffered)
    .orderBy(desc(tickets.modifiedAt))
    .limit(maxNotes);
  const index = createTicketIndex({ maxTickets: maxNotes });
  for (const [at, ticket] of rows.entries()) {
    index.put(ticket);
    if (at % atOnce === atOnce - 1) await nextTurn();
  }
  return index;
}

/** The note as it is now, if it is still offered. */
export async function readNote(input: { db: Database; number: number }): Promise<EarlierAnswer | undefined> {
  const [row] = await input.db
    .select({ text: tickets.closingNote })
    .from(tickets)
    .where(and(eq(tickets.number, input.number), isOffered));
  return row?.text ? { number: input.number, text: row.text } : undefined;
}

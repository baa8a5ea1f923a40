import { answersFrom, type Categorisation, type Category } from '@campus-desk/contract';
import { type Logger, within } from '@campus-desk/service-kit';
import { and, eq, isNotNull } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';
import type { CreateSimilarTicketsInput, SimilarTickets } from '../similar/similar-tickets.ts';

type EarlierAnswer = NonNullable<Categorisation['earlier']>;

/** Somebody's words, and their category where it is sure. */
type Told = { text: string; category: Category | null };

/** Finds the closing note of a similar ticket that may answer who writes a text; none where that fails or takes too long. */
export type FindNote = (told: Told) => Promise<EarlierAnswer | undefined>;

/** What makes a note one that may be read by everybody: helpdesk offers it, and its reporter says that it solved the problem. */
const isOffered = and(
  eq(tickets.answersOthers, true),
  eq(tickets.status, 'closed'),
  eq(tickets.solved, true),
  isNotNull(tickets.closingNote),
);

/** The tickets whose notes are offered: of more, the newest. */
export const offeredNotes = {
  kept: () => isOffered,
  maxTickets: 300,
} satisfies Partial<CreateSimilarTicketsInput>;

type CreateNoteFinderInput = {
  db: Database;
  /** The tickets whose notes are offered. */
  notes: Pick<SimilarTickets, 'find'>;
  logger: Logger;
  clock: () => Date;
  /** Somebody who types does not wait longer, in milliseconds. */
  patienceMs?: number;
};

/** A finder among the notes that are offered now. */
export function createNoteFinder(input: CreateNoteFinderInput): FindNote {
  const { db, notes, logger, clock, patienceMs = 300 } = input;
  return async told => {
    const work = find(told).catch(err => {
      logger.warn({ err }, 'cannot look for a closing note that answers');
      return undefined;
    });
    return within({ work, ms: patienceMs });
  };

  async function find({ text, category }: Told): Promise<EarlierAnswer | undefined> {
    const [best] = await notes.find({
      words: { description: text, location: null, place: null },
      category,
      now: clock(),
      min: answersFrom,
      limit: 1,
      anywhere: true,
    });
    return best && readNote({ db, number: best.number });
  }
}

/** The note as it is now, if it is still offered. */
export async function readNote(input: { db: Database; number: number }): Promise<EarlierAnswer | undefined> {
  const [row] = await input.db
    .select({ text: tickets.closingNote })
    .from(tickets)
    .where(and(eq(tickets.number, input.number), isOffered));
  return row?.text ? { number: input.number, text: row.text } : undefined;
}

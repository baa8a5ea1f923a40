import type { Categoriser, PlaceFinder, TellsOfDanger } from '@campus-desk/categoriser';
import type { Answer, EventType } from '@campus-desk/contract';
import type { SQL } from 'drizzle-orm';
import type { Database } from '../db/index.ts';
import type { FindNote } from './answers/offered-notes.ts';
import type { CorrectionRow } from './corrections/correction-row.ts';
import type { Queue } from './queue.ts';
import type { Read } from './reading.ts';
import type { SimilarTickets } from './similar/similar-tickets.ts';
import type { Turns } from './turns.ts';

/** What the verbs of the API work with. */
export type Context = {
  db: Database;
  /** For lists, search and summaries, which may be some moments behind. */
  read: Read;
  /** Changes wait here, so that reading always finds a connection. */
  writes: Queue;
  /**
   * Messages under the number of a ticket are stored one after the other, so that their ids have the order of the history;
   * filings with one key too, so that only the first takes a number.
   */
  turns: Turns;
  categoriser: Categoriser;
  /** Finds the places of the campus file as it is now. */
  places: () => PlaceFinder;
  tellsOfDanger: TellsOfDanger;
  /** The answer of the campus file whose words a text says clearly. */
  findAnswer: (text: string) => Answer | undefined;
  /** The closing note that answers a text, where helpdesk offers one. */
  findNote: FindNote;
  /** Finds unclosed tickets that tell of the same problem. */
  similar: Pick<SimilarTickets, 'find'>;
  /** Called with every correction of a category once its transaction is committed. */
  learn: (correction: CorrectionRow) => void;
  /** What the slash command for tickets is called in Slack, for refusals that name it. */
  ticketCommand: string;
  clock: () => Date;
  /** The database's own time as an expression: leases are measured by nothing else. */
  databaseTime: () => SQL;
  newId: () => string;
  /** Called with every event once its transaction is committed. */
  announce: (type: EventType) => void;
};

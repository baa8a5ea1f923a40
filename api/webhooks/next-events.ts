import type { TicketEvent } from '@campus-desk/contract';
import { asc, eq, gt } from 'drizzle-orm';
import { type Database, events, messages } from '../../db/index.ts';
import { eventColumns, toEvent } from '../outbox/event-row.ts';
import { type Progress, readProgress } from './progress.ts';

/** An id that is missing below stored ones, and the first transaction that cannot be storing it any more. */
export type Gap = { id: number; before: bigint };

/** Events read at a time. */
const batchSize = 100;

type NextEventsInput = { db: Database; progress: Progress; gap: Gap | undefined };

/**
 * The events to send next, in the order of their ids, as far as no earlier one can appear any more: whoever took an id
 * first may commit last; those of notes without their words. A missing id is passed by once every transaction that ran
 * when it was missed has ended.
 */
export async function nextEvents(
  input: NextEventsInput,
): Promise<{ ready: TicketEvent[]; gap: Gap | undefined }> {
  const { db, gap } = input;
  const { position, oldestRunning } = input.progress;
  const rows = await db
    .select({ ...eventColumns, isNote: messages.internal })
    .from(events)
    .leftJoin(messages, eq(messages.id, events.messageId))
    .where(gt(events.id, position))
    .orderBy(asc(events.id))
    .limit(batchSize);
  const ready: TicketEvent[] = [];
  let expected = position + 1;
  for (const { isNote, ...row } of rows) {
    const isOver = gap?.id === expected && oldestRunning >= gap.before;
    if (row.id > expected && !isOver) return { ready, gap: await gapAt({ db, id: expected, known: gap }) };
    const event = toEvent({ row, hidden: undefined });
    ready.push(isNote === true ? withoutWords(event) : event);
    expected = row.id + 1;
  }
  return { ready, gap: undefined };
}

/** What notes say is not sent: who needs it asks for the message as helpdesk. */
function withoutWords(event: TicketEvent): TicketEvent {
  const { body: _body, files: _files, ...changes } = event.changes;
  return { ...event, changes };
}

type GapAtInput = { db: Database; id: number; known: Gap | undefined };

/** What runs is asked after the rows were read, so that whoever has the missing id counts as well. */
async function gapAt({ db, id, known }: GapAtInput): Promise<Gap> {
  if (known?.id === id) return known;
  const { nextTransaction } = await readProgress(db);
  return { id, before: nextTransaction };
}

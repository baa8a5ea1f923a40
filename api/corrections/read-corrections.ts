import { removedText } from '@campus-desk/contract';
import { and, asc, desc, gt, ne } from 'drizzle-orm';
import { corrections, type Database } from '../../db/index.ts';
import { type CorrectionRow, correctionColumns } from './correction-row.ts';

/** There is nothing to learn from a text that was removed. */
const isReadable = ne(corrections.text, removedText);

type ReadLastCorrectionsInput = { db: Database; limit: number };

/** The last corrections, oldest first. */
export async function readLastCorrections({ db, limit }: ReadLastCorrectionsInput): Promise<CorrectionRow[]> {
  const rows = await db
    .select(correctionColumns)
    .from(corrections)
    .where(isReadable)
    .orderBy(desc(corrections.id))
    .limit(limit);
  return rows.reverse();
}

/** The corrections after an id, oldest first. */
export function readCorrectionsAfter({ db, id }: { db: Database; id: number }): Promise<CorrectionRow[]> {
  return db
    .select(correctionColumns)
    .from(corrections)
    .where(and(gt(corrections.id, id), isReadable))
    .orderBy(asc(corrections.id));
}

import { asc, desc, gt } from 'drizzle-orm';
import { corrections, type Database } from '../../db/index.ts';
import { type CorrectionRow, correctionColumns } from './correction-row.ts';

type ReadLastCorrectionsInput = { db: Database; limit: number };

/** The last corrections, oldest first. */
export async function readLastCorrections({ db, limit }: ReadLastCorrectionsInput): Promise<CorrectionRow[]> {
  const rows = await db
    .select(correctionColumns)
    .from(corrections)
    .orderBy(desc(corrections.id))
    .limit(limit);
  return rows.reverse();
}

/** The corrections after an id, oldest first. */
export function readCorrectionsAfter({ db, id }: { db: Database; id: number }): Promise<CorrectionRow[]> {
  return db
    .select(correctionColumns)
    .from(corrections)
    .where(gt(corrections.id, id))
    .orderBy(asc(corrections.id));
}

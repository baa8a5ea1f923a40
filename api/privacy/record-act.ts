import type { PrivacyAct } from '@campus-desk/contract';
import { desc, getTableColumns, max, ne } from 'drizzle-orm';
import { type Database, privacyActs } from '../../db/index.ts';

type RecordActInput = { db: Database; act: Omit<typeof privacyActs.$inferInsert, 'id'> };

/** Records what was exported or removed, for the history. */
export async function recordAct({ db, act }: RecordActInput): Promise<PrivacyAct> {
  const [row] = await db.insert(privacyActs).values(act).returning(getTableColumns(privacyActs));
  if (row === undefined) throw new Error('The insert returned no act.');
  return toAct(row);
}

const maxActs = 1000;

/** The last acts, newest first. */
export async function listActs({ db }: { db: Database }): Promise<PrivacyAct[]> {
  return (await db.select().from(privacyActs).orderBy(desc(privacyActs.id)).limit(maxActs)).map(toAct);
}

/** The id of the last act that removed texts; 0 when there was none. */
export async function lastRemoval(db: Database): Promise<number> {
  const [last] = await db
    .select({ id: max(privacyActs.id) })
    .from(privacyActs)
    .where(ne(privacyActs.type, 'person.exported'));
  return last?.id ?? 0;
}

function toAct({ at, ...row }: typeof privacyActs.$inferSelect): PrivacyAct {
  return { ...row, at: at.toISOString() };
}

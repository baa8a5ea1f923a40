import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/** Throws when the extension that searching needs is not there, or in a schema where this role does not look. */
export async function checkSearchExtension(db: Database): Promise<void> {
  const [found] = await db
    .select({
      schema: sql<string | null>`max(nspname)`,
      isVisible: sql<boolean | null>`bool_or(pg_opclass_is_visible(opclass.oid))`,
    })
    .from(sql`pg_opclass as opclass join pg_namespace as schema on schema.oid = opclass.opcnamespace`)
    .where(sql`opcname = 'gin_trgm_ops'`);
  if (found?.isVisible === true) return;
  if (!found?.schema) throw new Error('the extension pg_trgm is missing in it');
  throw new Error(`the extension pg_trgm is in the schema ${found.schema}, which is not on the search_path`);
}

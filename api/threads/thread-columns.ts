import { getTableColumns } from 'drizzle-orm';
import { threads } from '../../db/index.ts';

const { seen: _seen, ...columns } = getTableColumns(threads);

/** The columns of a thread as the API answers it; what was last seen there is for catching up only. */
export const threadColumns = columns;

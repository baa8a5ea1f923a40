import { getTableColumns } from 'drizzle-orm';
import { formerThreads, threads } from '../../db/index.ts';

const { seen: _seen, ...columns } = getTableColumns(threads);
const { seen: _seenBefore, ...formerColumns } = getTableColumns(formerThreads);

/** The columns of a thread as the API answers it; what was last seen there is for catching up only. */
export const threadColumns = columns;

/** The same of a place where a card stood before. */
export const formerThreadColumns = formerColumns;

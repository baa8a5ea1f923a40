import type { ListTickets, TicketList } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { filtersOf } from './list-filters.ts';
import { readMatches } from './read-matches.ts';
import { readSorted, readSortedMatches } from './read-sorted.ts';
import { searchWords } from './search-words.ts';
import { withPlaceName } from './with-place-name.ts';

type ListTicketsInput = { context: Context; query: ListTickets };

/**
 * The tickets a role may see that fit the query, a page of them; throws `forbidden_for_role`, and `validation_failed` for a
 * place that is not known.
 */
export async function listTickets({ context, query: asked }: ListTicketsInput): Promise<TicketList> {
  const { db, ticketCommand } = context;
  const query = await withPlaceName({ context, query: asked });
  const filters = filtersOf({ query, ticketCommand });
  if (query.q === undefined) return readSorted({ db, query, filters });

  const search = await searchWords({ db, text: query.q });
  if (search === undefined) return { tickets: [], nextCursor: null, total: 0 };
  if (query.sort !== undefined) return readSortedMatches({ db, query, filters, search });
  return db.transaction(tx => readMatches({ db: tx, query, filters, search }), {
    // Which tickets match, and what these say, is of one moment: of one that is closed in between a user would see it.
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}

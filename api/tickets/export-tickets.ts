import { once } from 'node:events';
import { pipeline, Readable } from 'node:stream';
import { type ExportTickets, pagesOf } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { listTickets } from './list-tickets.ts';
import { createTicketCsv, type Row, rowOf } from './ticket-csv.ts';

/** Tickets that are read, and kept in memory, at a time. */
const pageSize = 500;

type ExportTicketsInput = { context: Context; query: ExportTickets };

/** The tickets a role may see that fit the query as CSV, read page by page as they are taken; throws `forbidden_for_role`. */
export async function exportTickets(input: ExportTicketsInput): Promise<Readable> {
  const rows = Readable.from(rowsOf(input));
  // What is refused is refused before the first line is sent.
  await once(rows, 'readable');
  return pipeline(rows, createTicketCsv(), () => {});
}

async function* rowsOf({ context, query }: ExportTicketsInput): AsyncGenerator<Row> {
  const { limit = Number.POSITIVE_INFINITY, ...filters } = query;
  // Best matches first would be the newest thousand only; a file is to have all.
  const sort = filters.sort ?? '-openedAt';
  const pages = pagesOf(cursor => {
    const page = { ...filters, sort, cursor, limit: Math.min(pageSize, limit) };
    return context.read(db => listTickets({ context: { ...context, db }, query: page, isBare: true }));
  });
  let left = limit;
  for await (const { tickets } of pages) {
    yield* tickets.slice(0, left).map(rowOf);
    left -= tickets.length;
    if (left <= 0) return;
  }
}

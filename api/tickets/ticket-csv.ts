import { categoryNames, statusNames, type Ticket } from '@campus-desk/contract';
import { type Stringifier, stringify } from 'csv-stringify';

/** The cells of a ticket as people read them; null where there is nothing. */
export type Row = (string | number | null)[];

const columns: Record<string, (ticket: Ticket) => Row[number]> = {
  Number: ({ number }) => number,
  Status: ({ status }) => statusNames[status],
  Category: ({ category }) => categoryNames[category],
  Description: ({ description }) => description,
  Location: ({ location }) => location,
  Reporter: ({ reporter }) => reporter.name,
  Assignee: ({ assignee }) => assignee?.name ?? null,
  Opened: ({ openedAt }) => openedAt,
  Started: ({ startedAt }) => startedAt,
  Closed: ({ closedAt }) => closedAt,
  'Hours to start': ({ openedAt, startedAt }) => hoursBetween({ from: openedAt, to: startedAt }),
  'Hours to close': ({ openedAt, closedAt }) => hoursBetween({ from: openedAt, to: closedAt }),
  'Closing note': ({ closingNote }) => closingNote,
  'Follow-up of': ({ followUpOf }) => followUpOf,
  'Duplicate of': ({ duplicateOf }) => duplicateOf,
  Place: ({ place }) => place?.name ?? null,
  Urgent: ({ urgent }) => (urgent ? 'yes' : null),
};

/** A ticket as a line of the file. */
export function rowOf(ticket: Ticket): Row {
  return Object.values(columns).map(read => read(ticket));
}

/** Takes rows and gives the text of a CSV file as spreadsheets open it, with the names of the columns first. */
export function createTicketCsv(): Stringifier {
  return stringify({
    // Without it Excel takes accents for other letters.
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    header: true,
    columns: Object.keys(columns),
  });
}

/** To a hundredth. */
function hoursBetween({ from, to }: { from: string; to: string | null }): number | null {
  return to === null ? null : Math.round((Date.parse(to) - Date.parse(from)) / 36_000) / 100;
}

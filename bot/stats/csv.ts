import type { Cell, Report } from '@campus-desk/contract';

/** A report for a spreadsheet: exact instants, counts and seconds, never anything that is typed by people. */
export function formatCsv({ raw }: Report): string {
  return `${[raw.columns, ...raw.rows].map(row => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/** The file name of a report's CSV, such as `backlog-2026-11-22.csv`. */
export function csvName({ service, generatedAt }: Report): string {
  return `${service}-${generatedAt.slice(0, 10)}.csv`;
}

function field(cell: Cell): string {
  const text = String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

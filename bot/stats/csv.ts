import type { Cell, Report } from '@campus-desk/contract';

/** Reports as one file for a spreadsheet; several stand below each other, each under its title. */
export function csvFile(reports: Report[]): { name: string; title: string; text: string } {
  const [first, ...others] = reports;
  if (first === undefined) throw new Error('There is no report to make a file of.');
  const title = reports.map(report => report.title).join(' · ');
  if (others.length === 0) return { name: csvName(first), title, text: formatCsv(first) };
  const text = reports.map(report => `${field(report.title)}\r\n${formatCsv(report)}`).join('\r\n');
  return { name: `statistics-${first.generatedAt.slice(0, 10)}.csv`, title, text };
}

/** A report's rows as people read them, of an older service the raw ones; never anything that is typed by people. */
export function formatCsv({ sheet, raw }: Report): string {
  const { columns, rows } = sheet ?? raw;
  return `${[columns, ...rows].map(row => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/** The file name of a report's CSV, such as `backlog-2026-11-22.csv`. */
export function csvName({ service, generatedAt }: Report): string {
  return `${service}-${generatedAt.slice(0, 10)}.csv`;
}

function field(cell: Cell): string {
  const text = String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import type { Cell, Report } from '@campus-desk/contract';
import type { Texts } from './texts/texts.ts';

/** Most rows of a table in a message; the CSV has all. */
const maxRows = 32;

/** Letters in a line of a phone, less some room: what is wider stands closer together. */
const phoneWidth = 36;

/**
 * A report's table in columns of equal width from the first ticket on, in few letters where the report has such rows;
 * the newest rows of a long one.
 */
export function tableText({ report, texts }: { report: Report; texts: Texts }): string {
  const { columns, rows: all } = report.short ?? report;
  const rows = all.slice(report.emptyRows ?? 0);
  const shown = rows.slice(-maxRows);
  const cells = [columns, ...shown.map(row => row.map(say))];
  const isAmount = columns.map(
    (_, index) => index > 0 && shown.every(row => amount.test(say(row[index] ?? null))),
  );
  const widths = columns.map((_, index) => Math.max(...cells.map(row => row[index]?.length ?? 0)));
  const gap = widths.reduce((sum, width) => sum + width + 2, -2) > phoneWidth ? ' ' : '  ';
  const lines = cells.map(row =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return isAmount[index] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join(gap)
      .trimEnd(),
  );
  const hidden = rows.length - shown.length;
  return [...lines, ...(hidden === 0 ? [] : [texts.stats.earlier({ count: hidden })])].join('\n');
}

/** A number, a duration or a share, which stand to the right. */
const amount = /^(–|<?\d.*)$/;

function say(cell: Cell): string {
  return cell === null ? '–' : String(cell);
}

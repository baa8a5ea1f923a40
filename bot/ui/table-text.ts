import type { Cell, Report } from '@campus-desk/contract';

/** Most rows of a table in a message; the CSV has all. */
const maxRows = 32;

/** A report's table in columns of equal width from the first ticket on, the newest rows of a long one. */
export function tableText({ columns, rows: all, emptyRows = 0 }: Report): string {
  const rows = all.slice(emptyRows);
  const shown = rows.slice(-maxRows);
  const cells = [columns, ...shown.map(row => row.map(say))];
  const isNumeric = columns.map((_, index) => shown.every(row => typeof row[index] === 'number'));
  const widths = columns.map((_, index) => Math.max(...cells.map(row => row[index]?.length ?? 0)));
  const lines = cells.map(row =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return isNumeric[index] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  const hidden = rows.length - shown.length;
  return [...lines, ...(hidden === 0 ? [] : [`… ${hidden} earlier rows are in the CSV`])].join('\n');
}

function say(cell: Cell): string {
  return cell === null ? '–' : String(cell);
}

import { median } from './rounds.ts';
import type { Measured } from './section.ts';

/** Whether the middle figure is good enough. */
export function isReached({ rounds, reach, isMoreBetter = false }: Measured): boolean {
  return isMoreBetter ? median(rounds) >= reach : median(rounds) <= reach;
}

/** The measured lines as a table for people: the middle figure, the spread, and what it must be. */
export function formatTable(lines: readonly Measured[]): string {
  const rows = lines.map(line => [
    line.what,
    line.against,
    format(line, median(line.rounds)),
    `${format(line, Math.min(...line.rounds))} – ${format(line, Math.max(...line.rounds))}`,
    format(line, line.reach),
    format(line, line.goal),
    verdictOf(line),
  ]);
  const table = [['what', 'against', 'now', 'spread', 'reach', 'goal', ''], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map(row => row[column]?.length ?? 0))) ?? [];
  return table
    .map(
      row =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function verdictOf(line: Measured): string {
  if (!isReached(line)) return 'BELOW REACH';
  return isReached({ ...line, reach: line.goal }) ? 'goal' : 'reached';
}

function format({ unit }: Measured, figure: number): string {
  if (unit === 'share') return figure.toFixed(2);
  if (unit === 'times') return `${figure.toFixed(figure < 10 ? 2 : 0)} ×`;
  if (unit === 'failed') return `${figure}`;
  return `${figure.toFixed(unit === 's' ? 1 : 0)} ${unit}`;
}

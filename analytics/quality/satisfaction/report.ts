import {
  type CategoryAnswers,
  categoryNames,
  type Report,
  type SatisfactionSummary,
} from '@campus-desk/contract';
import { total } from '../../categoriser/counts.ts';
import { satisfactionChart } from './chart.ts';

const nothing = '–';

type SatisfactionReportInput = { summary: SatisfactionSummary; months: number; now: Date };

/** What reporters say of their closed tickets, and how many of these were followed up, by category; pure. */
export function satisfactionReport({ summary, months, now }: SatisfactionReportInput): Report {
  const { categories, answers, timeZone } = summary;
  const before = total(answers.map(({ solved }) => solved));
  const all = sumOf(categories);
  const insight = `${insightOf(all)}${beforeFiling({ before, best: answers[0]?.title })}`;
  const table = {
    columns: ['Category', 'Closed', 'Yes', 'Not really', 'No answer', 'Follow-ups'],
    rows: categories.map(row => [
      categoryNames[row.category],
      row.closed,
      row.solved,
      row.notSolved,
      row.closed - answered(row),
      row.followUps,
    ]),
  };
  return {
    service: 'quality',
    title: `Solved? Tickets of ${months === 1 ? 'this month' : `the last ${months} months`}`,
    generatedAt: now.toISOString(),
    timeZone,
    insight,
    figures: [
      { label: 'Solved', value: formatShare({ part: all.solved, of: answered(all) }) },
      { label: 'Answered', value: `${answered(all)} of ${all.closed}` },
      { label: 'Followed up', value: all.followUps },
      ...(before === 0 ? [] : [{ label: 'Solved before filing', value: before }]),
    ],
    ...table,
    short: turned({ categories, table }),
    sheet: table,
    raw: {
      columns: ['category', 'closed', 'solved', 'notSolved', 'followUps'],
      rows: categories.map(row => [row.category, row.closed, row.solved, row.notSolved, row.followUps]),
    },
    alt: `${insight} ${categories.map(describe).join('; ')}.`,
    chart: satisfactionChart({ categories }),
  };
}

const shortNames: Record<CategoryAnswers['category'], string> = {
  facility: 'Facility',
  it: 'IT',
  service: 'Services',
};

type TurnedInput = { categories: CategoryAnswers[]; table: Pick<Report, 'columns' | 'rows'> };

/** The table with a column for each category, as a phone has room for it. */
function turned({ categories, table: { columns, rows } }: TurnedInput): NonNullable<Report['short']> {
  return {
    columns: ['', ...categories.map(({ category }) => shortNames[category])],
    rows: columns.slice(1).map((column, index) => [column, ...rows.map(row => row[index + 1] ?? null)]),
  };
}

/** How many reporters have answered. */
function answered({ solved, notSolved }: Pick<CategoryAnswers, 'solved' | 'notSolved'>): number {
  return solved + notSolved;
}

type Sum = Omit<CategoryAnswers, 'category'>;

function sumOf(categories: CategoryAnswers[]): Sum {
  const sum = (field: keyof Sum) => total(categories.map(row => row[field]));
  return {
    closed: sum('closed'),
    solved: sum('solved'),
    notSolved: sum('notSolved'),
    followUps: sum('followUps'),
  };
}

function insightOf(all: Sum): string {
  const count = answered(all);
  if (all.closed === 0) return 'No ticket of this time is closed.';
  if (count === 0) return 'Nobody has said yet whether their ticket is solved.';
  const who = count === 1 ? 'The only reporter who answered says' : `Of ${count} reporters who answered,`;
  if (count === 1) return `${who} that it is ${all.solved === 1 ? 'solved' : 'not really solved'}.`;
  return `${who} ${formatShare({ part: all.solved, of: count })} say that it is solved.`;
}

type BeforeFilingInput = { before: number; best: string | undefined };

/** What answers of the campus file have spared everybody. */
function beforeFiling({ before, best }: BeforeFilingInput): string {
  if (before === 0 || best === undefined) return '';
  const problems = before === 1 ? '1 problem was' : `${before} problems were`;
  return ` ${problems} solved by an answer before filing, most often “${best}”.`;
}

function describe(row: CategoryAnswers): string {
  const followed = row.followUps === 1 ? '1 follow-up' : `${row.followUps} follow-ups`;
  return `${categoryNames[row.category]}: ${row.solved} yes, ${row.notSolved} not really, ${row.closed} closed, ${followed}`;
}

function formatShare({ part, of }: { part: number; of: number }): string {
  return of === 0 ? nothing : `${Math.round((100 * part) / of)} %`;
}

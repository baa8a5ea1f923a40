import type { CategoryAnswers, Report, SatisfactionSummary } from '@campus-desk/contract';
import { total } from '../../categoriser/counts.ts';
import type { Texts } from '../../texts/texts.ts';
import { satisfactionChart } from './chart.ts';

const nothing = '–';

type SatisfactionReportInput = { summary: SatisfactionSummary; months: number; now: Date; texts: Texts };

/** What reporters say of their closed tickets, and how many of these were followed up, by category; pure. */
export function satisfactionReport(input: SatisfactionReportInput): Report {
  const { summary, months, now, texts } = input;
  const { counted, satisfaction: words } = texts;
  const { categories, answers, timeZone } = summary;
  const before = total(answers.map(({ solved }) => solved));
  const all = sumOf(categories);
  const best = answers[0]?.title;
  const ofClosed = insightOf({ all, texts });
  const insight =
    before === 0 || best === undefined ? ofClosed : words.beforeFiling({ insight: ofClosed, before, best });
  const table = {
    columns: [
      texts.categories.category,
      counted.closed,
      words.yes,
      words.no,
      words.noAnswer,
      words.followUps,
    ],
    rows: categories.map(row => [
      texts.category[row.category],
      row.closed,
      row.solved,
      row.notSolved,
      row.closed - answered(row),
      row.followUps,
    ]),
  };
  return {
    service: 'quality',
    title: words.title({ months }),
    generatedAt: now.toISOString(),
    timeZone,
    insight,
    figures: [
      { label: words.solved, value: formatShare({ part: all.solved, of: answered(all), texts }) },
      { label: counted.answered, value: texts.someOf({ count: answered(all), total: all.closed }) },
      { label: words.followedUp, value: all.followUps },
      ...(before === 0 ? [] : [{ label: words.before, value: before }]),
    ],
    ...table,
    short: turned({ categories, table, texts }),
    sheet: table,
    raw: {
      columns: ['category', 'closed', 'solved', 'notSolved', 'followUps'],
      rows: categories.map(row => [row.category, row.closed, row.solved, row.notSolved, row.followUps]),
    },
    alt: `${insight} ${categories.map(row => describe({ row, texts })).join('; ')}.`,
    chart: satisfactionChart({ categories, texts }),
  };
}

type TurnedInput = { categories: CategoryAnswers[]; table: Pick<Report, 'columns' | 'rows'>; texts: Texts };

/** The table with a column for each category, as a phone has room for it. */
function turned({ categories, table, texts }: TurnedInput): NonNullable<Report['short']> {
  const { columns, rows } = table;
  return {
    columns: ['', ...categories.map(({ category }) => texts.shortCategory[category])],
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

function insightOf({ all, texts }: { all: Sum; texts: Texts }): string {
  const says = texts.satisfaction;
  const count = answered(all);
  if (all.closed === 0) return says.noneClosed;
  if (count === 0) return says.noneAnswered;
  if (count === 1) return all.solved === 1 ? says.oneSolved : says.oneNotSolved;
  return says.some({ count, share: formatShare({ part: all.solved, of: count, texts }) });
}

function describe({ row, texts }: { row: CategoryAnswers; texts: Texts }): string {
  const { solved, notSolved, closed, followUps } = row;
  const category = texts.category[row.category];
  return texts.satisfaction.part({ category, solved, notSolved, closed, followUps });
}

type FormatShareInput = { part: number; of: number; texts: Texts };

function formatShare({ part, of, texts }: FormatShareInput): string {
  return of === 0 ? nothing : texts.share({ share: Math.round((100 * part) / of) });
}

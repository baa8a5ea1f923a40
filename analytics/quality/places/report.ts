import type { Report, Summary } from '@campus-desk/contract';
import { placesChart } from './chart.ts';
import { fewPlaces, type PlaceCount, shortName, ticketsOf, unknownPlace } from './counts.ts';

/** Places by name in the table and in the chart; the file has all. */
const maxNamed = { table: 15, chart: 6 };

/** Letters of a name on a phone. */
const maxName = 20;

type PlacesReportInput = { summary: Summary; now: Date };

/** The tickets that are not closed by place, those of which no place is known as a row of their own; pure. */
export function placesReport({ summary: { groups, timeZone }, now }: PlacesReportInput): Report {
  const rows = fewPlaces({ groups, max: maxNamed.table });
  const every = fewPlaces({ groups, max: groups.length });
  const unknown = ticketsOf(unknownPlace(groups));
  const total = rows.reduce((sum, count) => sum + ticketsOf(count), 0);
  const columns = ['Place', 'Open', 'Active', 'Not closed'];
  const rowOf = (count: PlaceCount) => [count.name, count.open, count.active, ticketsOf(count)];
  const insight = insightOf({ every, unknown, total });
  return {
    service: 'quality',
    title: 'Not closed yet, by place',
    generatedAt: now.toISOString(),
    timeZone,
    insight,
    figures: [
      { label: 'Not closed yet', value: total },
      { label: 'With a place', value: `${total - unknown} of ${total}` },
      { label: 'No place', value: unknown },
    ],
    columns,
    rows: rows.map(rowOf),
    short: {
      columns: columns.slice(0, 3),
      rows: rows.map(count => [shortName(count, maxName), count.open, count.active]),
    },
    sheet: { columns, rows: every.map(rowOf) },
    raw: {
      columns: ['place', 'open', 'active'],
      rows: groups.map(({ place, open, active }) => [place?.name ?? null, open, active]),
    },
    alt: `${insight} ${rows.map(count => `${count.name}: ${ticketsOf(count)}`).join('; ')}.`,
    chart: placesChart(fewPlaces({ groups, max: maxNamed.chart })),
  };
}

type InsightOfInput = { every: PlaceCount[]; unknown: number; total: number };

function insightOf({ every, unknown, total }: InsightOfInput): string {
  const known = total - unknown;
  if (total === 0) return 'Nothing is open or active.';
  if (known === 0)
    return total === 1 ? 'The only ticket names no place.' : `None of the ${total} tickets names a place.`;
  const places = every.slice(0, -1);
  const most = Math.max(...places.map(ticketsOf));
  const first = places.filter(count => ticketsOf(count) === most).map(({ name }) => name);
  if (known === 1) return `The only ticket with a place is in ${first[0]}.`;
  if (most === known) return `All ${known} tickets with a place are in ${first[0]}.`;
  if (first.length === 1) return `${first[0]} has the most: ${most} of ${known} tickets with a place.`;
  if (first.length > maxTied) return `${known} tickets with a place are spread over ${places.length} places.`;
  return `${first.join(' and ')} have the most: ${most} each of ${known} tickets with a place.`;
}

/** So many places of which none has the most are named in a sentence. */
const maxTied = 2;

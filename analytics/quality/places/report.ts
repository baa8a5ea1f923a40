import type { Report, Summary } from '@campus-desk/contract';
import type { Texts } from '../../texts/texts.ts';
import { placesChart } from './chart.ts';
import { fewPlaces, type PlaceCount, shortName, ticketsOf, unknownPlace } from './counts.ts';

/** Places by name in the table and in the chart; the file has all. */
const maxNamed = { table: 15, chart: 6 };

/** Letters of a name on a phone. */
const maxName = 20;

type PlacesReportInput = { summary: Summary; now: Date; texts: Texts };

/** The tickets that are not closed by place, those of which no place is known as a row of their own; pure. */
export function placesReport({ summary, now, texts }: PlacesReportInput): Report {
  const { groups, timeZone } = summary;
  const { counted, places } = texts;
  const rows = fewPlaces({ groups, max: maxNamed.table, texts });
  const every = fewPlaces({ groups, max: groups.length, texts });
  const unknown = ticketsOf(unknownPlace({ groups, texts }));
  const total = rows.reduce((sum, count) => sum + ticketsOf(count), 0);
  const columns = [places.place, counted.open, counted.active, places.notClosed];
  const rowOf = (count: PlaceCount) => [count.name, count.open, count.active, ticketsOf(count)];
  const insight = insightOf({ every, unknown, total, texts });
  return {
    service: 'quality',
    title: places.title,
    generatedAt: now.toISOString(),
    timeZone,
    insight,
    figures: [
      { label: counted.notClosed, value: total },
      { label: places.withPlace, value: texts.someOf({ count: total - unknown, total }) },
      { label: places.noPlace, value: unknown },
    ],
    columns,
    rows: rows.map(rowOf),
    short: {
      columns: [places.place, counted.open, places.shortActive],
      rows: rows.map(count => [shortName(count, maxName), count.open, count.active]),
    },
    sheet: { columns, rows: every.map(rowOf) },
    raw: {
      columns: ['place', 'open', 'active'],
      rows: groups.map(({ place, open, active }) => [place?.name ?? null, open, active]),
    },
    alt: `${insight} ${rows.map(count => `${count.name}: ${ticketsOf(count)}`).join('; ')}.`,
    chart: placesChart({ counts: fewPlaces({ groups, max: maxNamed.chart, texts }), texts }),
  };
}

type InsightOfInput = { every: PlaceCount[]; unknown: number; total: number; texts: Texts };

function insightOf({ every, unknown, total, texts }: InsightOfInput): string {
  const says = texts.places;
  const known = total - unknown;
  if (total === 0) return says.nothing;
  if (known === 0) return total === 1 ? says.onlyWithout : says.noneNamed({ total });
  const places = every.slice(0, -1);
  const most = Math.max(...places.map(ticketsOf));
  const [place = '', ...others] = places.filter(count => ticketsOf(count) === most).map(({ name }) => name);
  if (known === 1) return says.onlyOne({ place });
  if (most === known) return says.all({ known, place });
  if (others.length === 0) return says.most({ place, most, known });
  if (others.length >= maxTied) return says.spread({ known, places: places.length });
  const names = others.reduce((first, last) => texts.and({ first, last }), place);
  return says.tied({ names, most, known });
}

/** So many places of which none has the most are named in a sentence. */
const maxTied = 2;

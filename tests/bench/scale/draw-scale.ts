import type { Curve } from './measure-scale.ts';

const width = 790;
const height = 420;
const left = 70;
const right = 230;
const bottom = 50;
const top = 20;
const colours = [
  ...['#1264a3', '#e01e5a', '#2eb67d', '#b8860b', '#611f69', '#555555', '#0b7a75'],
  ...['#d35400', '#8e6bbf'],
];

/** The time of each question against the number of tickets as an SVG, both axes by powers of ten. */
export function drawScale(curves: Curve[]): string {
  const points = curves.flatMap(curve => curve.points);
  const x = axis({ values: points.map(({ size }) => size), from: left, to: width - right });
  const y = axis({ values: points.map(({ ms }) => ms), from: height - bottom, to: top });
  const text = (at: { x: number; y: number; anchor?: string; colour?: string }, words: string) =>
    `<text x="${at.x.toFixed(0)}" y="${at.y.toFixed(0)}" text-anchor="${at.anchor ?? 'start'}" fill="${at.colour ?? '#333333'}">${words}</text>`;
  const grid = [
    ...x.marks.map(mark =>
      text({ x: x.at(mark), y: height - bottom + 20, anchor: 'middle' }, mark.toLocaleString('en')),
    ),
    ...y.marks.flatMap(mark => [
      `<path d="M${left} ${y.at(mark).toFixed(1)}H${width - right}" stroke="#dddddd"/>`,
      text({ x: left - 8, y: y.at(mark) + 4, anchor: 'end' }, `${mark} ms`),
    ]),
  ];
  // The names stand in the order in which the curves end, apart enough to be read.
  const ends = curves
    .map((curve, index) => ({ curve, index, y: y.at(curve.points.at(-1)?.ms ?? 1) }))
    .toSorted((one, other) => one.y - other.y);
  let last = 0;
  const drawn = ends.flatMap(({ curve: { what, points }, index, y: end }) => {
    last = Math.max(end, last + 16);
    const colour = colours[index % colours.length] ?? '#333333';
    const path = points.map(({ size, ms }) => `${x.at(size).toFixed(1)} ${y.at(ms).toFixed(1)}`).join('L');
    return [
      `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      text({ x: width - right + 8, y: last + 4, colour }, what),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    '<title>Time of each question against the number of tickets</title>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...grid,
    text({ x: (left + width - right) / 2, y: height - 10, anchor: 'middle' }, 'tickets'),
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

/** Where a value stands on an axis by powers of ten, and the powers that are marked. */
function axis({ values, from, to }: { values: number[]; from: number; to: number }) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const marks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  return { marks, at: (value: number) => from + ((Math.log10(value) - low) / (high - low)) * (to - from) };
}

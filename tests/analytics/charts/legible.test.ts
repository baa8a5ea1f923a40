import { languages } from '@campus-desk/contract';
import { createLogger, type Service } from '@campus-desk/service-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCharts } from '../../../analytics/charts/app.ts';
import { resolutionReport } from '../../../analytics/resolution/report.ts';
import { textsIn } from '../../../analytics/texts/texts.ts';
import * as theme from '../../../analytics/theme.ts';
import { readPng } from '../support/png.ts';
import { month, summaryOf } from '../support/summary.ts';

/** What Slack shows a picture on. */
const surfaces = { light: '#ffffff', dark: '#1a1d21' };
/** In pixels: letters of one word stand closer, labels of neighbours never. */
const labelGap = 6;

let app: Service;
beforeAll(async () => {
  app = await createCharts({ logger: createLogger({ level: 'silent' }) });
});
afterAll(() => app.close());

describe('the colours of charts', () => {
  const colors = [
    ...new Set(JSON.stringify([theme, theme.countAxis({}), theme.legend()]).match(/#[0-9a-f]{6}(?=")/g)),
  ];
  const own = colors.filter(color => color !== '#ffffff');

  test.each(Object.entries(surfaces))('stand out from a %s Slack', (_, surface) => {
    expect(own.length).toBeGreaterThan(8);
    expect(own.filter(color => contrast(color, surface) < 3)).toEqual([]);
  });

  test('carry white numbers', () => {
    const inside = [
      ...Object.values(theme.categoryColors),
      ...Object.values(theme.statusStyles).map(colorOf),
    ];

    expect(inside.filter(color => contrast(color, '#ffffff') < 3)).toEqual([]);
  });
});

describe('a year of times to closing', () => {
  const times = { resolution: { meanSeconds: 200_000, medianSeconds: 90_000, p90Seconds: 400_000 } };
  const groups = Array.from({ length: 12 }, (_, index) =>
    month(new Date(Date.UTC(2025, 11 + index, 1) - 3_600_000).toISOString(), { closed: 9, ...times }),
  );
  const summary = summaryOf({ groupBy: 'openedMonth', groups });
  const now = new Date('2026-11-22T09:00:00Z');

  test.each(
    languages.flatMap(language =>
      Object.entries(surfaces).map(([name, surface]) => ({ language, name, surface })),
    ),
  )('has twelve labels that do not touch, in $language on a $name Slack', async ({ language, surface }) => {
    const { chart } = resolutionReport({ summary, months: 12, now, texts: textsIn(language) });
    const payload = { chart, width: 520, height: 320, devicePixelRatio: 1, backgroundColor: surface };

    const answer = await app.inject({ method: 'POST', url: '/chart', payload });

    const image = await readPng(answer.rawPayload);
    const isInk = (pixel: number[]) => distance(pixel, image.pixel(1, 1)) > 60;
    const isInkAt = (x: number, top: number, bottom: number) =>
      image.count(isInk, { left: x, right: x + 1, top, bottom }) > 0;
    const axis = lastFullRow({ ...image, isInk });
    const columns = Array.from({ length: image.width }, (_, x) => isInkAt(x, axis + 8, axis + 20));
    expect(wordsIn(columns)).toBe(12);
  });
});

function colorOf({ backgroundColor }: { backgroundColor: string }): string {
  return backgroundColor;
}

type LastFullRowInput = Awaited<ReturnType<typeof readPng>> & { isInk: (pixel: number[]) => boolean };

/** The axis is the lowest line across the picture. */
function lastFullRow({ width, height, count, isInk }: LastFullRowInput): number {
  const rows = Array.from({ length: height }, (_, y) =>
    count(isInk, { left: 0, right: width, top: y, bottom: y + 1 }),
  );
  return rows.findLastIndex(ink => ink > width * 0.7);
}

/** How many runs of ink there are, of which none is nearer to the next than a gap. */
function wordsIn(columns: boolean[]): number {
  const ink = columns.flatMap((isInk, x) => (isInk ? [x] : []));
  return ink.filter((x, index) => index === 0 || x - (ink[index - 1] ?? 0) > labelGap).length;
}

function distance(one: number[], other: number[]): number {
  return [0, 1, 2].reduce((sum, part) => sum + Math.abs((one[part] ?? 0) - (other[part] ?? 0)), 0);
}

/** As WCAG counts it. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map(luminance).toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

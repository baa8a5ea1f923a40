import { createLogger, type Service } from '@campus-desk/service-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCharts } from '../../../analytics/charts/app.ts';
import { readPng } from '../support/png.ts';

const size = { width: 300, height: 200, devicePixelRatio: 1, backgroundColor: '#ffffff' };
const dataset = { data: [4, 7], backgroundColor: '#ff0000' };
const bars = { type: 'bar', data: { labels: ['Mon', 'Tue'], datasets: [dataset] } };
const withOptions = (options: object) => ({ ...bars, options });
const withPlugins = (plugins: object) => withOptions({ plugins: { legend: { display: false }, ...plugins } });
const withColor = (color: unknown) => ({
  ...bars,
  data: { ...bars.data, datasets: [{ ...dataset, backgroundColor: color }] },
});

let app: Service;

beforeAll(async () => {
  app = await createCharts({ logger: createLogger({ level: 'silent' }) });
});
afterAll(() => app.close());

const post = (payload: object) => app.inject({ method: 'POST', url: '/chart', payload });
const drawn = async (chart: object, more: object = {}) =>
  readPng((await post({ chart, ...size, ...more })).rawPayload);

describe('what QuickChart draws is drawn', () => {
  const isBlack = ([red = 0, green = 0, blue = 0]: number[]) => red + green + blue < 120;
  const isRed = ([red = 0, green = 0, blue = 0]: number[]) => red > 200 && green < 60 && blue < 60;

  test.each(['rgb(100%, 0%, 0%)', 'hsl(0, 100%, 50%)', 'hsl(0deg 100% 50% / 100%)', '#f00', 'Red'])(
    'a colour written %s',
    async color => {
      expect((await drawn(withColor(color))).count(isRed)).toBeGreaterThan(2000);
    },
  );

  test('labels on bars, without a word about display', async () => {
    const plain = await drawn(withPlugins({}));
    const labelled = await drawn(withPlugins({ datalabels: { color: '#000000' } }));

    const insideOfTheBars = { left: 60, top: 100, right: 280, bottom: 160 };
    expect(plain.count(isBlack, insideOfTheBars)).toBe(0);
    expect(labelled.count(isBlack, insideOfTheBars)).toBeGreaterThan(10);
  });

  test('labels above bars, and a line across them', async () => {
    const scales = { y: { max: 10 } };
    const above = {
      datalabels: { anchor: 'end', align: 'top', color: '#000000', font: { size: 20 } },
      legend: { display: false },
    };
    const line = { type: 'line', yMin: 9, yMax: 9, borderColor: '#000000' };
    const across = { annotation: { annotations: { goal: line } }, legend: { display: false } };

    const labelled = await drawn(withOptions({ scales, plugins: above }));
    const lined = await drawn(withOptions({ scales, plugins: across }));

    const aboveTheBars = { left: 60, top: 12, right: 280, bottom: 58 };
    expect(labelled.count(isBlack, aboveTheBars)).toBeGreaterThan(10);
    expect(lined.count(isBlack, aboveTheBars)).toBeGreaterThan(200);
  });

  test('slices have labels by themselves', async () => {
    const pie = { ...bars, type: 'pie', options: { plugins: { legend: { display: false } } } };
    const unlabelled = {
      ...pie,
      options: { plugins: { ...pie.options.plugins, datalabels: { display: false } } },
    };

    const [some, none] = [await drawn(pie), await drawn(unlabelled)];

    expect(some.count(isRed)).toBeLessThan(none.count(isRed));
  });

  test('a doughnut also when it is spelled donut', async () => {
    const [short, long] = [
      await post({ chart: { ...bars, type: 'donut' } }),
      await post({ chart: { ...bars, type: 'doughnut' } }),
    ];

    expect(short.rawPayload.equals(long.rawPayload)).toBe(true);
  });

  test('version 2 fills the area below a line, version 4 does not', async () => {
    const line = { ...bars, type: 'line' };
    const below = { left: 60, top: 120, right: 280, bottom: 160 };

    expect((await drawn(line, { version: '2.9.4' })).count(isRed, below)).toBeGreaterThan(2000);
    expect((await drawn(line, { version: '4' })).count(isRed, below)).toBe(0);
  });

  test('a form is read as JSON is', async () => {
    const form = new URLSearchParams({ c: JSON.stringify(bars), w: '300', h: '200', devicePixelRatio: '1' });

    const response = await app.inject({
      method: 'POST',
      url: '/chart',
      payload: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

    expect((await readPng(response.rawPayload)).width).toBe(300);
  });

  test('a health check says success', async () => {
    expect((await app.inject('/healthcheck')).json()).toEqual({ success: true });
  });
});

describe('what cannot be drawn as QuickChart draws it is refused in one sentence', () => {
  const axis = (scale: object) => withOptions({ scales: { y: scale } });

  test.each([
    ['an unknown colour', withColor('bleu'), '“bleu” is not a colour; write a name'],
    ['an unknown colour in a list', withColor(['red', '50%']), '“50%” is not a colour'],
    ['a colour that only a page knows', withColor('currentColor'), 'is not a colour'],
    ['an unknown colour of a text', withPlugins({ title: { color: '#12' } }), '“#12” is not a colour'],
    ['missing data', { type: 'bar' }, 'The chart needs data, an object with labels and datasets.'],
    ['a list instead of a chart', [], 'The chart is not an object with type, data and options.'],
    ['a time axis', axis({ type: 'time' }), 'This server has no time axes. Write the times as labels'],
    ['an unknown axis', axis({ type: 'round' }), 'There is no axis of type round; write one of linear'],
    ['a callback as text', axis({ ticks: { callback: 'v => v' } }), 'a function for callback'],
    [
      'a formatter as text',
      withPlugins({ datalabels: { formatter: '(v) => v' } }),
      'a function for formatter',
    ],
    ['any function as text', withColor('function (c) { return 1 }'), 'a function for backgroundColor'],
    [
      'a plugin it does not have',
      withPlugins({ outlabels: { text: '%l' } }),
      'This server has no plugin outlabels',
    ],
    [
      'an unknown annotation',
      withPlugins({ annotation: { annotations: [{ type: 'arrow' }] } }),
      'Every annotation needs',
    ],
    [
      'a title of version 2',
      withOptions({ title: { display: true } }),
      'Instead of title write plugins.title',
    ],
    ['a legend of version 2', withOptions({ legend: {} }), 'Instead of legend write plugins.legend'],
    ['an annotation of version 2', withOptions({ annotation: {} }), 'write plugins.annotation'],
    ['axes of version 2', withOptions({ scales: { xAxes: {} } }), 'Instead of xAxes write scales.x'],
    ['grid lines of version 2', axis({ gridLines: {} }), 'Instead of gridLines write grid'],
    ['limits of version 2', axis({ ticks: { min: 3 } }), 'Instead of ticks.min write min of the axis itself'],
    ['a cutout of version 2', withOptions({ cutoutPercentage: 80 }), 'write cutout, such as "50%"'],
    [
      'text of version 2',
      withPlugins({ legend: { labels: { fontColor: 'red' } } }),
      'Instead of fontColor write color',
    ],
    [
      'bars of version 2',
      { ...bars, type: 'horizontalBar' },
      'Write the type bar, and in options indexAxis: "y"',
    ],
  ])('%s', async (_name, chart, reason) => {
    for (const version of ['2.9.4', '4']) {
      const response = await post({ chart, version });

      expect(response.statusCode).toBe(400);
      expect(response.json().detail).toContain(reason);
    }
  });

  test('an unknown background', async () => {
    expect((await post({ chart: bars, backgroundColor: 'bleu' })).json().detail).toContain(
      '“bleu” is not a colour',
    );
  });

  test('words that look like code stay words', async () => {
    const words = { labels: ['(x) => y'], datasets: [{ ...dataset, label: 'function room' }] };
    const title = { display: true, text: 'function' };

    expect(
      (await post({ chart: { type: 'bar', data: words, options: { plugins: { title } } } })).statusCode,
    ).toBe(200);
  });
});

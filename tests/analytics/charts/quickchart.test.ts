import { createLogger, listen, type Service } from '@campus-desk/service-kit';
import quickChart from 'quickchart-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCharts } from '../../../analytics/charts/app.ts';
import { freePorts } from '../../support/free-ports.ts';
import { readPng } from '../support/png.ts';

// The package types its CommonJS build; Node loads the other one, where the class itself is the default export.
const QuickChart = quickChart as unknown as typeof quickChart.default;

const simple = {
  type: 'bar',
  data: { labels: ['Hello world', 'Foo bar'], datasets: [{ label: 'Foo', data: [1, 2] }] },
};
const many = { ...simple, data: { ...simple.data, datasets: [{ data: [...Array(100).keys()] }] } };
const radar = {
  type: 'radar',
  data: {
    labels: ['A', 'B', 'C'],
    datasets: [{ backgroundColor: 'rgba(0, 128, 0, 0.5)', borderColor: 'green', data: [1, 2, 3] }],
  },
  options: { plugins: { legend: { display: false } }, scales: { r: { beginAtZero: true } } },
};

let app: Service;
let origin: string;

beforeAll(async () => {
  app = await createCharts({ logger: createLogger({ level: 'silent' }) });
  const [port] = await freePorts(1);
  origin = await listen({ app, host: '127.0.0.1', port: port ?? 0 });
});
afterAll(() => app.close());

const chartOf = (config: object | string) =>
  new QuickChart()
    .setScheme('http')
    .setHost(new URL(origin).host)
    .setWidth(500)
    .setHeight(300)
    .setConfig(config as string);
const fetchImage = async (url: string) => {
  const response = await fetch(url);
  return readPng(Buffer.from(await response.arrayBuffer()));
};

describe('quickchart-js', () => {
  test.each([
    ['a simple chart', simple],
    ['a hundred bars', many],
    ['a radar', radar],
  ])('%s is drawn by its address, as bytes and as a data URL', async (_name, config) => {
    const chart = chartOf(JSON.stringify(config)).setBackgroundColor('transparent');

    const byAddress = await fetchImage(chart.getUrl());
    const bytes = await readPng(await chart.toBinary());
    const coded = await chart.toDataUrl();

    expect([byAddress.width, byAddress.height]).toEqual([1000, 600]);
    expect([bytes.width, bytes.height]).toEqual([500, 300]);
    expect(coded).toMatch(/^data:image\/png;base64,iVBOR/);
  });

  test('a background, a ratio, an SVG and another version are drawn', async () => {
    const chart = chartOf(JSON.stringify(simple))
      .setBackgroundColor('#0febc2')
      .setDevicePixelRatio(3)
      .setVersion('3');

    const image = await fetchImage(chart.getUrl());
    const vectors = await (await fetch(chart.setFormat('svg').getUrl())).text();

    expect(image.width).toBe(1500);
    expect(image.pixel(0, 0)).toEqual([15, 235, 194, 255]);
    expect(vectors).toContain('<svg');
  });

  test.each([
    ['an object, which it sends as code', simple],
    [
      'a callback',
      { ...simple, options: { scales: { y: { ticks: { callback: (value: number) => `$${value}` } } } } },
    ],
    [
      'a gradient',
      {
        ...simple,
        data: {
          datasets: [
            {
              data: [1, 2],
              backgroundColor: QuickChart.getGradientFillHelper('horizontal', ['red', 'green']),
            },
          ],
        },
      },
    ],
  ])('%s is refused in a sentence that reaches the caller', async (_name, config) => {
    await expect(chartOf(config).toBinary()).rejects.toThrow(
      /400\s+The chart is not JSON. This server runs no code/,
    );
  });
});

import { createHash } from 'node:crypto';
import { createLogger, type Service } from '@campus-desk/service-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCharts } from '../../../analytics/charts/app.ts';
import { isDark, isWhite, readPng } from '../support/png.ts';

const bars = {
  type: 'bar',
  data: { labels: ['Mon', 'Tue'], datasets: [{ label: 'Open', data: [4, 7], backgroundColor: '#be3455' }] },
};

describe('charts', () => {
  let app: Service;

  beforeAll(async () => {
    app = await createCharts({ logger: createLogger({ level: 'silent' }) });
  });

  afterAll(() => app.close());

  const post = (payload: object, url = '/chart') => app.inject({ method: 'POST', url, payload });
  const refusal = async (payload: object) => {
    const response = await post(payload);
    const { code, detail } = response.json();
    return { status: response.statusCode, code, detail, header: response.headers['x-quickchart-error'] };
  };

  test('a number on a bar has the decimal comma of its language', async () => {
    const datalabels = { display: true, anchor: 'center', align: 'center' };
    const data = { labels: ['Mon'], datasets: [{ data: [3.5], datalabels }] };
    const drawn = async (locale?: string) => {
      const options = { ...(locale && { locale }), scales: { y: { display: false } } };
      return (await post({ chart: { type: 'bar', data, options } })).rawPayload.toString('base64');
    };

    const [plain, english, german] = [await drawn(), await drawn('en'), await drawn('de')];

    expect(english).toBe(plain);
    expect(german).not.toBe(english);
  });

  test('a limit that is passed is said in the header as in the problem', async () => {
    expect(await refusal({ chart: bars, width: 4001 })).toEqual({
      status: 400,
      code: 'validation_failed',
      detail: 'width must be at most 4000.',
      header: 'width must be at most 4000.',
    });
  });

  test('an image is twice as wide and high as asked, unless the device pixel ratio says otherwise', async () => {
    const standard = await readPng((await post({ chart: bars })).rawPayload);
    const single = await readPng(
      (await post({ chart: bars, width: 300, height: 200, devicePixelRatio: 1 })).rawPayload,
    );

    expect([standard.width, standard.height]).toEqual([1000, 600]);
    expect([single.width, single.height]).toEqual([300, 200]);
  });

  test('the query, the body, JSON text, base64 and a short address draw the same image', async () => {
    const json = JSON.stringify(bars);
    const { rawPayload: image } = await post({
      chart: bars,
      width: 300,
      height: 200,
      backgroundColor: '#fff',
    });

    const short = await post({ c: json, w: 300, h: 200, bkg: '#fff', f: 'png', v: '4' });
    const query = await app.inject(`/chart?c=${encodeURIComponent(json)}&w=300&h=200&bkg=white&ref=qc-js`);
    const coded = await post({
      chart: Buffer.from(json).toString('base64'),
      encoding: 'base64',
      width: '300',
      height: '200',
      backgroundColor: 'rgb(255, 255, 255)',
    });
    const created = await post(
      { chart: bars, width: 300, height: 200, backgroundColor: '#fff' },
      '/chart/create',
    );
    const rendered = await app.inject(new URL(created.json().url).pathname);

    for (const answer of [short, query, coded, rendered]) {
      expect(answer.headers['content-type']).toBe('image/png');
      expect(answer.rawPayload.equals(image)).toBe(true);
    }
    expect(created.json().success).toBe(true);
  });

  test('a background fills the whole image, and without one it is transparent', async () => {
    const white = await readPng((await post({ chart: bars, backgroundColor: '#ffffff' })).rawPayload);
    const none = await readPng((await post({ chart: bars })).rawPayload);

    expect(white.pixel(0, 0)).toEqual([255, 255, 255, 255]);
    expect(none.pixel(0, 0)).toEqual([0, 0, 0, 0]);
  });

  test('a title is written', async () => {
    const untitled = { ...bars, options: { plugins: { legend: { display: false } } } };
    const title = { display: true, text: 'Opened', color: '#000000' };
    const titled = { ...bars, options: { plugins: { ...untitled.options.plugins, title } } };
    const size = { width: 300, height: 200, backgroundColor: '#fff' };

    const image = await readPng((await post({ chart: titled, ...size })).rawPayload);
    const plain = await readPng((await post({ chart: untitled, ...size })).rawPayload);

    const top = { left: 150, top: 0, right: 450, bottom: 60 };
    expect(image.count(isDark, top)).toBeGreaterThan(100);
    expect(plain.count(isDark, top)).toBe(0);
  });

  test('a pattern fills a bar with its colour on white', async () => {
    const [dataset] = bars.data.datasets;
    const striped = { ...bars, data: { ...bars.data, datasets: [{ ...dataset, pattern: 'stripes' }] } };
    const size = { width: 300, height: 200, backgroundColor: '#fff', devicePixelRatio: 1 };
    const bar = { left: 190, top: 80, right: 230, bottom: 150 };

    const image = await readPng((await post({ chart: striped, ...size })).rawPayload);
    const solid = await readPng((await post({ chart: bars, ...size })).rawPayload);

    expect(solid.count(isWhite, bar)).toBe(0);
    expect(image.count(isWhite, bar)).toBeGreaterThan(200);
    expect(image.count(pixel => !isWhite(pixel), bar)).toBeGreaterThan(200);
  });

  test('an SVG has its text as outlines, so that it reads without the font', async () => {
    const { headers, body } = await post({ chart: bars, format: 'svg' });

    expect(headers['content-type']).toContain('image/svg+xml');
    expect(body).toContain('<path');
    expect(body).not.toContain('<text');
  });

  test('code is refused and never run', async () => {
    expect(await refusal({ chart: "{type:'bar',data:{datasets:[{data:[1]}]}}" })).toEqual({
      status: 400,
      code: 'validation_failed',
      detail: expect.stringContaining('The chart is not JSON. This server runs no code'),
      header: expect.stringContaining('The chart is not JSON'),
    });
  });

  test.each([
    ['no chart', {}, 'The chart is missing'],
    ['no type', { chart: { data: { datasets: [] } } }, 'The chart needs a type'],
    ['a type that does not exist', { chart: { ...bars, type: 'wordcloud' } }, 'The chart needs a type'],
    ['options of Chart.js 2', { chart: { ...bars, options: { scales: { yAxes: [{}] } } } }, 'Chart.js 2'],
    ['an image too large', { chart: bars, width: 4000, height: 4000 }, 'The image is too large'],
    ['an edge too long', { chart: bars, width: 9999 }, 'width'],
    ['another format', { chart: bars, format: 'pdf' }, 'png and svg'],
    ['another version', { chart: bars, version: '5' }, 'version=4'],
    ['a strange colour', { chart: bars, backgroundColor: 'url(javascript:1)//{}' }, 'not a colour'],
    [
      'too many points',
      { chart: { type: 'bar', data: { datasets: [{ data: Array(5001).fill(1) }] } } },
      '5000',
    ],
  ])('%s is refused', async (_name, payload, reason) => {
    const { status, code, detail } = await refusal(payload);

    expect({ status, code }).toEqual({ status: 400, code: 'validation_failed' });
    expect(detail).toContain(reason);
  });

  test('a chart that never ends is given up, and the next one is drawn', async () => {
    const hasty = await createCharts({ logger: createLogger({ level: 'silent' }), timeoutMs: 1500 });
    await hasty.inject({ method: 'POST', url: '/chart', payload: { chart: bars } });
    const endless = { ...bars, options: { scales: { y: { ticks: { count: 1_000_000_000 } } } } };

    const refused = await hasty.inject({ method: 'POST', url: '/chart', payload: { chart: endless } });
    const drawn = await hasty.inject({ method: 'POST', url: '/chart', payload: { chart: bars } });
    await hasty.close();

    expect(refused.json().detail).toContain('it takes too much time or memory');
    expect(drawn.statusCode).toBe(200);
  });

  test('an address that one copy made is drawn by every other, and after a restart', async () => {
    const other = await createCharts({ logger: createLogger({ level: 'silent' }) });
    const payload = {
      chart: { ...bars, options: { plugins: { title: { display: true, text: 'Più caffè' } } } },
    };
    const { url } = (await app.inject({ method: 'POST', url: '/chart/create', payload })).json();
    const { pathname } = new URL(url);

    const [here, there] = await Promise.all([app.inject(pathname), other.inject(pathname)]);
    await other.close();

    expect([here.statusCode, there.statusCode]).toEqual([200, 200]);
    expect(here.rawPayload.equals(there.rawPayload)).toBe(true);
    expect(url.length).toBeLessThan(3000);
  });

  test('so is one that is too long for Slack, up to what an address may hold', async () => {
    /** Labels that no compression makes short. */
    const labels = (count: number) =>
      Array.from({ length: count }, (_, at) => createHash('sha256').update(`${at}`).digest('base64'));
    const labelled = (count: number) => ({ ...bars, data: { ...bars.data, labels: labels(count) } });
    const other = await createCharts({ logger: createLogger({ level: 'silent' }) });
    const address = await other.listen({ host: '127.0.0.1', port: 0 });
    const { url } = (await post({ chart: labelled(150) }, '/chart/create')).json();
    const again = (await post({ chart: labelled(150) }, '/chart/create')).json();

    const { status } = await fetch(`${address}${new URL(url).pathname}`);
    const refused = await post({ chart: labelled(400) }, '/chart/create');
    await other.close();

    expect(url.length).toBeGreaterThan(3000);
    expect(again.url).toBe(url);
    expect(status).toBe(200);
    expect(refused.json()).toMatchObject({
      status: 400,
      detail: 'The chart is too long for an address. Ask for its picture with POST /chart instead.',
    });
  });

  test('a short address that nobody made is not found', async () => {
    expect((await app.inject('/chart/render/nobody')).json()).toMatchObject({
      status: 404,
      code: 'not_found',
    });
  });
});

import { describe, expect, test } from 'vitest';
import { drawChart, isPublic } from '../../../bot/stats/draw-chart.ts';
import { answerAt } from '../../support/answers.ts';
import { sampleReport } from './sample-report.ts';

const draw = (quickchartUrl: string, labels: string[] = ['a']) =>
  drawChart({
    report: sampleReport({
      chart: { type: 'bar', data: { labels, datasets: [{ data: [1] }] }, options: {} },
    }),
    quickchartUrl,
    timeoutMs: 300,
  });

describe('drawChart', () => {
  test('links a chart of a public server, as strict JSON for Chart.js 4', async () => {
    const picture = await draw('https://quickchart.io');

    const { origin, pathname, searchParams } = new URL('url' in picture ? picture.url : '');
    expect(`${origin}${pathname}`).toBe('https://quickchart.io/chart');
    expect(JSON.parse(searchParams.get('c') ?? '')).toMatchObject({ type: 'bar' });
    expect(Object.fromEntries(searchParams)).toMatchObject({
      w: '520',
      h: '240',
      v: '4',
      f: 'png',
      bkg: '#ffffff',
      devicePixelRatio: '2',
    });
  });

  test('asks a public server for a short address when the long one is over 3,000 characters', async () => {
    const short = 'https://charts.example.edu/tools/chart/render/x1';
    const created = answerAt('https://charts.example.edu')
      .post('/tools/chart/create', body => body.width === 520 && JSON.parse(body.chart).type === 'bar')
      .reply(200, { success: true, url: short });

    const picture = await draw('https://charts.example.edu/tools/', Array(400).fill('a long label'));

    expect(picture).toEqual({ url: short });
    expect(created.isDone()).toBe(true);
  });

  test.each([
    ['makes no short address', 404, 'Not found'],
    ['makes one that Slack would not take', 200, { success: true, url: `https://c.edu/${'x'.repeat(3000)}` }],
  ])('fetches the image itself where a public server %s', async (_what, status, answer) => {
    answerAt('https://charts.example.edu')
      .post('/tools/chart/create')
      .reply(status, answer)
      .post('/tools/chart')
      .reply(200, Buffer.from('png'));

    const picture = await draw('https://charts.example.edu/tools/', Array(400).fill('a long label'));

    expect(picture).toEqual({ png: Buffer.from('png') });
  });

  test('fetches the image itself from a server that Slack cannot reach', async () => {
    answerAt('http://10.0.0.7:3400').post('/chart').reply(200, Buffer.from('png'));

    expect(await draw('http://10.0.0.7:3400')).toEqual({ png: Buffer.from('png') });
  });

  test('fails when the server is down, refuses, or is too slow', async () => {
    answerAt('http://10.0.0.7:3400').post('/chart').reply(400, '', { 'x-quickchart-error': 'no' });
    answerAt('http://10.0.0.8:3400').post('/chart').delay(2000).reply(200, 'png');

    await expect(draw('http://127.0.0.1:9')).rejects.toThrow();
    await expect(draw('http://10.0.0.7:3400')).rejects.toThrow('400');
    await expect(draw('http://10.0.0.8:3400')).rejects.toThrow('No chart within 300 ms');
  });
});

describe('isPublic', () => {
  test.each([
    ['https://quickchart.io', true],
    ['https://charts.example.edu:8443/x', true],
    ['http://quickchart.io', false],
    ['https://localhost', false],
    ['https://charts', false],
    ['https://127.0.0.1:3006', false],
    ['https://10.1.2.3', false],
    ['https://172.20.0.1', false],
    ['https://192.168.1.2', false],
    ['https://[::1]', false],
    ['https://charts.local', false],
    ['https://charts.campus.internal', false],
  ])('%s: %s', (url, expected) => {
    expect(isPublic(new URL(url))).toBe(expected);
  });
});

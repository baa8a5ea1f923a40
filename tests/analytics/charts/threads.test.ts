import { createLogger, listen } from '@campus-desk/service-kit';
import { afterEach, describe, expect, test } from 'vitest';
import { createCharts } from '../../../analytics/charts/app.ts';
import { eventually } from '../../support/eventually.ts';

const chart = { type: 'bar', data: { labels: ['Mon'], datasets: [{ data: [4] }] } };
const bars = { chart, width: 60, height: 40 };

let close: () => Promise<unknown>;
afterEach(() => close());

async function createTestCharts(limits: { idleMs?: number } = {}) {
  const app = await createCharts({ logger: createLogger({ level: 'silent' }), ...limits });
  close = () => app.close();
  const draw = async () => (await app.inject({ method: 'POST', url: '/chart', payload: bars })).statusCode;
  const countThreads = async () => {
    const { body } = await app.inject('/metrics');
    return Number(body.match(/^campus_desk_drawing_threads\S* (\d+)$/m)?.[1]);
  };
  return { app, draw, countThreads };
}

describe('drawing threads', () => {
  test('the first chart is drawn before anyone asks', async () => {
    const { app, countThreads } = await createTestCharts();
    expect(await countThreads()).toBe(0);

    await listen({ app, host: '127.0.0.1', port: 0 });

    expect(await countThreads()).toBe(1);
  });

  test('one chart after the other needs one thread', async () => {
    const { draw, countThreads } = await createTestCharts();

    const drawn = [await draw(), await draw(), await draw()];

    expect(drawn).toEqual([200, 200, 200]);
    expect(await countThreads()).toBe(1);
  });

  test('many charts at once are drawn by two threads', async () => {
    const { draw, countThreads } = await createTestCharts();

    const drawn = await Promise.all(Array.from({ length: 8 }, () => draw()));

    expect(drawn).toEqual(Array(8).fill(200));
    expect(await countThreads()).toBe(2);
  });

  test('more charts than may wait are refused at once, the others are drawn', async () => {
    const { draw } = await createTestCharts();

    const drawn = await Promise.all(Array.from({ length: 30 }, () => draw()));

    expect(new Set(drawn)).toEqual(new Set([200, 503]));
    expect(drawn.filter(status => status === 200).length).toBeGreaterThanOrEqual(20);
  });

  test('threads without work end, and a later chart gets a new one', async () => {
    const { draw, countThreads } = await createTestCharts({ idleMs: 1 });
    await draw();

    await eventually(async () => expect(await countThreads()).toBe(0));

    expect(await draw()).toBe(200);
  });
});

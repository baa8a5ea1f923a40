import { describe, expect, test } from 'vitest';
import { createChartCache } from '../../../analytics/charts/chart-cache.ts';
import { chartRequestSchema } from '../../../analytics/charts/request.ts';

const chartOf = (value: number) =>
  chartRequestSchema.parse({ chart: { type: 'bar', data: { datasets: [{ data: [value] }] } } });

describe('the charts with a short address', () => {
  test('have the same id for the same chart', () => {
    const cache = createChartCache();

    expect(cache.store(chartOf(1))).toBe(cache.store(chartOf(1)));
    expect(cache.store(chartOf(1))).not.toBe(cache.store(chartOf(2)));
  });

  test('are 500; the one that was asked for longest ago goes first', () => {
    const cache = createChartCache();
    const first = cache.store(chartOf(0));
    const second = cache.store(chartOf(1));
    for (let value = 2; value < 500; value += 1) cache.store(chartOf(value));
    expect(cache.find(first)).toEqual(chartOf(0));

    cache.store(chartOf(500));

    expect(cache.find(first)).toEqual(chartOf(0));
    expect(cache.find(second)).toBeUndefined();
  });
});

import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { ChartRequest } from './request.ts';

/** Most charts kept for their short address; the one that was asked for longest ago goes first. */
const maxCharts = 500;

/**
 * Keeps charts in memory for `/chart/render/{id}`, those that are too long for their address. The same chart has the
 * same id, everywhere and always.
 */
export function createChartCache() {
  const charts = new LRUCache<string, ChartRequest>({ max: maxCharts });
  return {
    /** Stores a chart and answers its id. */
    store: (request: ChartRequest): string => {
      const id = createHash('sha256').update(JSON.stringify(request)).digest('base64url').slice(0, 22);
      charts.set(id, request);
      return id;
    },
    /** The chart of an id; undefined when there is none, or none any more. */
    find: (id: string): ChartRequest | undefined => charts.get(id),
  };
}

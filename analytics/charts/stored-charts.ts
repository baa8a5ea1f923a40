import { createHash } from 'node:crypto';
import type { ChartRequest } from './request.ts';

/** Most charts kept for their short address; the one that was asked for longest ago goes first. */
const maxKept = 500;

/** Keeps charts in memory for `/chart/render/{id}`. The same chart has the same id, everywhere and always. */
export function createShelf() {
  const charts = new Map<string, ChartRequest>();
  return {
    put: (request: ChartRequest): string => {
      const id = createHash('sha256').update(JSON.stringify(request)).digest('base64url').slice(0, 22);
      charts.delete(id);
      charts.set(id, request);
      const [oldest] = charts.keys();
      if (charts.size > maxKept && oldest !== undefined) charts.delete(oldest);
      return id;
    },
    take: (id: string): ChartRequest | undefined => {
      const request = charts.get(id);
      if (request === undefined) return undefined;
      charts.delete(id);
      charts.set(id, request);
      return request;
    },
  };
}

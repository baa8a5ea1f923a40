import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export type Metrics = {
  registry: Registry;
  contentType: string;
  text: () => Promise<string>;
  /** Records one finished request; `route` is the pattern, never the URL. */
  countRequest: (request: { method: string; route: string; status: number; seconds: number }) => void;
  /** A counter of this service's own. */
  counter: (options: { name: string; help: string }) => Counter;
};

/** The Prometheus metrics of one service; several services in one process each have their own. */
export function createMetrics({ service }: { service: string }): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 3, 10, 30],
    registers: [registry],
  });
  return {
    registry,
    contentType: registry.contentType,
    text: () => registry.metrics(),
    countRequest: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status }, seconds),
    counter: ({ name, help }) => new Counter({ name, help, registers: [registry] }),
  };
}

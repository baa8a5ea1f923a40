import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = {
  registry: Registry;
  contentType: string;
  text: () => Promise<string>;
  /** Records one finished request; `route` is the pattern, never the URL. */
  countRequest: (request: { method: string; route: string; status: number; seconds: number }) => void;
  /** A counter of this service's own. */
  counter: (options: { name: string; help: string; labelNames?: string[] }) => Counter;
  /** A gauge of this service's own, read whenever the metrics are; NaN when reading fails. */
  gauge: (options: { name: string; help: string; read: () => Promise<number> }) => void;
};

/** Memory, event loop and the like belong to the process, so the services in it share one registry of them. */
let ofProcess: Registry | undefined;

/** The Prometheus metrics of one service; several services in one process each have their own. */
export function createMetrics({ service }: { service: string }): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  ofProcess ??= createProcessRegistry();
  const process = ofProcess;
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
    text: async () => `${await process.metrics()}${await registry.metrics()}`,
    countRequest: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status }, seconds),
    counter: ({ name, help, labelNames = [] }) =>
      new Counter({ name, help, labelNames, registers: [registry] }),
    gauge: ({ name, help, read }) => {
      const gauge: Gauge = new Gauge({
        name,
        help,
        registers: [registry],
        collect: async () => gauge.set(await read().catch(() => Number.NaN)),
      });
    },
  };
}

function createProcessRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });
  return registry;
}

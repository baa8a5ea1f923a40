import { createLogger, listen } from '@campus-desk/service-kit';
import { createCharts } from '../../../analytics/charts/app.ts';
import { draw, prepareDrawing } from '../../../analytics/charts/draw.ts';
import { chartRequestSchema } from '../../../analytics/charts/request.ts';
import { freePorts } from '../../support/free-ports.ts';
import { measureShares } from '../rounds.ts';
import type { Bench, Measured, Section } from '../section.ts';

/** What the chart server adds to drawing. */
export const chartsSection: Section = {
  name: 'charts',
  about: 'four charts of 24 bars at once from the chart server, against drawing them in process',
  measure,
};

const atOnce = 4;
const hours = Array.from({ length: 24 }, (_, hour) => hour);
const image = {
  chart: {
    type: 'bar',
    data: {
      labels: hours,
      datasets: [
        { label: 'Active', data: hours, backgroundColor: '#6b7684' },
        { label: 'Open', data: hours, backgroundColor: '#c73e61', pattern: 'stripes' },
      ],
    },
    options: { scales: { x: { stacked: true }, y: { stacked: true } } },
  },
  width: 520,
  height: 300,
};

async function measure({ rounds, isQuick }: Bench): Promise<Measured[]> {
  const app = await createCharts({ logger: createLogger({ level: 'silent' }) });
  const [port = 0] = await freePorts(1);
  const url = await listen({ app, host: '127.0.0.1', port });
  prepareDrawing();
  const batches = isQuick ? 5 : 20;
  const fetchChart = async () => {
    const body = JSON.stringify(image);
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/chart`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(`The chart server answered ${response.status}.`);
    await response.arrayBuffer();
  };
  try {
    const shares = await measureShares({
      rounds,
      baseline: () =>
        chartsPerSecond({ batches, work: () => draw(chartRequestSchema.parse(structuredClone(image))) }),
      product: () => chartsPerSecond({ batches, work: fetchChart }),
    });
    return [
      {
        what: `chart of 24 bars, ${atOnce} at once`,
        against: 'drawing in process',
        unit: 'times',
        rounds: shares.map(share => 1 / share),
        reach: 1.2,
        goal: 1.1,
      },
    ];
  } finally {
    await app.close();
  }
}

async function chartsPerSecond({
  batches,
  work,
}: {
  batches: number;
  work: () => Promise<unknown>;
}): Promise<number> {
  const begun = performance.now();
  for (let batch = 0; batch < batches; batch += 1) await Promise.all(Array.from({ length: atOnce }, work));
  return (1000 * atOnce * batches) / (performance.now() - begun);
}

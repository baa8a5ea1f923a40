import type { ChartConfiguration } from 'chart.js';

const fromZero = ['bar', 'line', 'scatter', 'bubble'];

/** The configuration with what Chart.js 2 does without being asked: areas below lines, and axes from zero. */
export function asVersion2(configuration: ChartConfiguration): ChartConfiguration {
  const { type, data, options = {} } = configuration as ChartConfiguration<'line'>;
  const isFilled = (own: string = type) => own === 'line' || own === 'radar';
  const datasets = data.datasets.map(one => (isFilled(one.type) ? { fill: 'origin', ...one } : one));
  const scales = options.scales ?? (fromZero.includes(type) ? { y: { beginAtZero: true } } : {});
  return {
    ...configuration,
    data: { ...data, datasets },
    options: { ...options, scales },
  } as ChartConfiguration;
}

import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
// The build that shares Chart.js with us: by its name Node finds the other one, which brings a Chart.js of its own.
import plugin from 'chartjs-plugin-datalabels/dist/chartjs-plugin-datalabels.esm.js';

/** Values on bars, slices and points, as `options.plugins.datalabels` or a dataset says, numbers as `options.locale` has them. */
export const dataLabels: Plugin = { ...plugin, defaults: { ...plugin.defaults, formatter: format } };

function format(value: unknown, context: { chart: Chart }): unknown {
  const { locale } = context.chart.options;
  if (typeof value !== 'number' || locale === undefined) return plugin.defaults?.formatter(value);
  return value.toLocaleString(locale, { useGrouping: false, maximumFractionDigits: 20 });
}

/** As QuickChart: without a word about labels, slices have some, and nothing else. */
export function labelsByDefault({ type }: ChartConfiguration): { display: boolean } {
  return { display: type === 'pie' || type === 'doughnut' };
}

import type { ChartConfiguration } from 'chart.js';
import { findInside } from './find-inside.ts';
import { findVersion2 } from './find-version-2.ts';

/** Options that are functions in Chart.js; as text they would be left out of the picture without a word. */
const functionNames = new Set(['callback', 'callbacks', 'formatter', 'generateLabels', 'filter', 'sort']);
const looksLikeFunction = /^\s*(async\s+)?(function\b|\(?[\w\s,{}[\]]*\)?\s*=>)/;
/** Where people's words stand: they may look like anything. */
const wordNames = new Set(['text', 'label', 'labels', 'content']);

const axisTypes = ['linear', 'logarithmic', 'category', 'radialLinear'];
const pluginNames = [
  'title',
  'subtitle',
  'legend',
  'datalabels',
  'annotation',
  'tooltip',
  'filler',
  'decimation',
  'colors',
];
const annotationTypes = ['line', 'box', 'label', 'point', 'ellipse', 'polygon', 'doughnutLabel'];

/** Why a configuration would not be drawn as QuickChart draws it, in a sentence; undefined when it is. */
export function findRefusal(configuration: ChartConfiguration): string | undefined {
  const options = (configuration.options ?? {}) as Record<string, unknown>;
  return (
    findVersion2({ options, datasets: configuration.data.datasets }) ??
    findFunction([options, configuration.data.datasets]) ??
    findAxis(recordOf(options.scales)) ??
    findPlugin(recordOf(options.plugins))
  );
}

function findFunction(parts: unknown): string | undefined {
  const name = findInside(parts, ({ name, value }) => {
    if (functionNames.has(name) && value !== null) return name;
    if (typeof value !== 'string' || wordNames.has(name)) return undefined;
    return looksLikeFunction.test(value) ? name : undefined;
  });
  return name && `The chart has a function for ${name}. This server runs no code: leave it out.`;
}

function findAxis(scales: Record<string, unknown>): string | undefined {
  const types = Object.values(scales).map(scale => recordOf(scale).type);
  if (types.some(type => type === 'time' || type === 'timeseries'))
    return 'This server has no time axes. Write the times as labels, on an axis without a type.';
  const unknown = types.find(type => type !== undefined && !axisTypes.includes(String(type)));
  if (unknown === undefined) return undefined;
  return `There is no axis of type ${String(unknown)}; write one of ${axisTypes.join(', ')}.`;
}

function findPlugin(plugins: Record<string, unknown>): string | undefined {
  const unknown = Object.keys(plugins).find(name => plugins[name] && !pluginNames.includes(name));
  if (unknown !== undefined)
    return `This server has no plugin ${unknown}; it has ${pluginNames.slice(0, 5).join(', ')}.`;
  const annotations = Object.values(recordOf(recordOf(plugins.annotation).annotations));
  const areKnown = annotations.every(one => annotationTypes.includes(String(recordOf(one).type)));
  return areKnown ? undefined : `Every annotation needs a type, one of ${annotationTypes.join(', ')}.`;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

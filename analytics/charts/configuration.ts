import type { ChartConfiguration } from 'chart.js';
import { z } from 'zod';
import { findRefusal } from './find-refusal.ts';
import { patternNames } from './pattern-names.ts';

const types = ['bar', 'line', 'pie', 'doughnut', 'polarArea', 'radar', 'scatter', 'bubble'] as const;

const maxConfigurationLength = 100_000;
const maxDatasets = 20;
const maxPoints = 5000;
const deepest = 12;
const maxStringLength = 500;
/** Names that could reach the prototype of an object while Chart.js merges options. */
const forbiddenNames = new Set(['__proto__', 'prototype', 'constructor']);

const notJson =
  'The chart is not JSON. This server runs no code: write the configuration as strict JSON, every name in double quotes, no functions.';
const tooMany = `The chart is too large. Keep it under ${maxDatasets} datasets of ${maxPoints} points.`;

/** The type as QuickChart takes it, which knows a wrong spelling too. */
const typeSchema = z.preprocess(
  type => (type === 'donut' ? 'doughnut' : type),
  z.enum(types, {
    error: ({ input }) =>
      input === 'horizontalBar'
        ? 'The chart is written for Chart.js 2. Write the type bar, and in options indexAxis: "y" (Chart.js 4).'
        : `The chart needs a type, one of ${types.join(', ')}.`,
  }),
);

const dataSchema = z.looseObject(
  {
    labels: z.array(z.unknown()).max(maxPoints, { error: tooMany }).optional(),
    datasets: z
      .array(
        z.looseObject({
          type: typeSchema.optional(),
          data: z
            .array(z.unknown(), { error: 'Every dataset needs data, a list.' })
            .max(maxPoints, { error: tooMany }),
          pattern: z.union([z.enum(patternNames), z.array(z.enum(patternNames)).max(maxPoints)]).optional(),
        }),
        { error: 'The chart needs data.datasets, a list.' },
      )
      .max(maxDatasets, { error: tooMany }),
  },
  { error: 'The chart needs data, an object with labels and datasets.' },
);

const configurationShape = z.looseObject(
  { type: typeSchema, data: dataSchema, options: z.looseObject({}).optional() },
  { error: 'The chart is not an object with type, data and options.' },
);

/** A Chart.js 4 configuration, as JSON text or as the object itself, checked and bounded; nothing in it is ever run. */
export const configurationSchema = z.unknown().transform((chart, context): ChartConfiguration => {
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (chart === undefined) return refuse('The chart is missing. Send it as chart (or c).');

  const json = typeof chart === 'string' ? parseJson(chart) : chart;
  if (json === undefined) return refuse(notJson);
  const shape = configurationShape.safeParse(json);
  if (!shape.success) return refuse(shape.error.issues.map(({ message }) => message).join(' '));
  const excess = findExcess({ value: json, depth: 0 });
  if (excess !== undefined) return refuse(excess);
  // The shape was checked.
  const configuration = shape.data as unknown as ChartConfiguration;
  const refusal = findRefusal(configuration);
  return refusal === undefined ? configuration : refuse(refusal);
});

function parseJson(text: string): unknown {
  if (text.length > maxConfigurationLength) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function findExcess({ value, depth }: { value: unknown; depth: number }): string | undefined {
  if (typeof value === 'string' && value.length > maxStringLength)
    return `A text in the chart is too long. Shorten it to ${maxStringLength} characters.`;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= deepest) return 'The chart is nested too deeply.';
  for (const [name, inner] of Object.entries(value)) {
    if (forbiddenNames.has(name)) return `The chart may not name ${name}.`;
    const excess = findExcess({ value: inner, depth: depth + 1 });
    if (excess !== undefined) return excess;
  }
  return undefined;
}

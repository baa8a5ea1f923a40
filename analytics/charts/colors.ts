import { createCanvas } from '@napi-rs/canvas';
import type { ChartConfiguration } from 'chart.js';
import { findInside } from './find-inside.ts';

/** A colour that the canvas does not know leaves the colour that was there before, which is no one's wish. */
const others = ['#010203', '#040506'];

/** Throws when a colour of the chart, or of what is behind it, is none that can be drawn. */
export function checkColors(chart: ChartConfiguration, backgroundColor: string): void {
  const context = createCanvas(1, 1).getContext('2d');
  const isColor = (text: string) =>
    !/^\s*(currentcolor)?\s*$/i.test(text) &&
    others.some(other => {
      context.fillStyle = other;
      context.fillStyle = text;
      return context.fillStyle !== other;
    });
  const unknown = findInside([chart.options, chart.data.datasets, { backgroundColor }], ({ name, value }) =>
    /color$/i.test(name) && typeof value === 'string' && !isColor(value) ? value : undefined,
  );
  if (unknown !== undefined)
    throw new Error(`“${unknown}” is not a colour; write a name, #rrggbb, rgb() or hsl()`);
}

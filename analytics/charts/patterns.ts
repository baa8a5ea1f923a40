import { createCanvas } from '@napi-rs/canvas';
import type { ChartConfiguration, Color } from 'chart.js';
import type { PatternName } from './pattern-names.ts';

/** Edge of one tile, in pixels of the chart; the canvas scales it like everything else. */
const tileSize = 8;

type Patterned = { pattern?: PatternName | PatternName[]; backgroundColor?: unknown; data: unknown[] };

/**
 * Replaces the colours of every dataset that names a `pattern`, for all or one by one, by that pattern in its colour.
 * The name is an addition of ours to Chart.js: another QuickChart server leaves it out and draws the plain colour.
 */
export function applyPatterns(configuration: ChartConfiguration): void {
  for (const dataset of configuration.data.datasets) {
    const { pattern, backgroundColor, data } = dataset as Patterned;
    if (pattern === undefined || pattern === 'solid') continue;
    const fills = data.map((_, index) =>
      fill({ pattern: at(pattern, index), color: at(backgroundColor, index) }),
    );
    const areSame = !Array.isArray(pattern) && !Array.isArray(backgroundColor);
    dataset.backgroundColor = (areSame ? fills[0] : fills) as Color | Color[];
  }
}

/** What stands for one of the data: that of a list, which begins anew at its end, or the same for all. */
function at<Value>(values: Value | Value[], index: number): Value | undefined {
  return Array.isArray(values) ? values[index % values.length] : values;
}

type FillInput = { pattern: PatternName | undefined; color: unknown };

function fill({ pattern, color }: FillInput): unknown {
  if (pattern === undefined || pattern === 'solid' || typeof color !== 'string') return color;
  const tile = createCanvas(tileSize, tileSize);
  const context = tile.getContext('2d');
  context.fillStyle = color;
  context.strokeStyle = color;
  if (pattern === 'dots') {
    context.arc(tileSize / 2, tileSize / 2, tileSize / 4, 0, 2 * Math.PI);
    context.fill();
  } else {
    context.lineWidth = 2.5;
    context.beginPath();
    for (const start of [-tileSize, 0, tileSize]) {
      context.moveTo(start - 1, tileSize + 1);
      context.lineTo(start + tileSize + 1, -1);
    }
    context.stroke();
  }
  return context.createPattern(tile, 'repeat');
}

import { createCanvas } from '@napi-rs/canvas';
import type { ChartConfiguration, Color } from 'chart.js';
import type { PatternName } from './pattern-names.ts';

/** Edge of one tile, in pixels of the chart; the canvas scales it like everything else. */
const tileSize = 8;

/**
 * Replaces the colour of every dataset that names a `pattern` by that pattern in its colour. The name is an addition
 * of ours to Chart.js: another QuickChart server leaves it out and draws the plain colour.
 */
export function applyPatterns(configuration: ChartConfiguration): void {
  for (const dataset of configuration.data.datasets) {
    const { pattern } = dataset as { pattern?: unknown };
    const color = dataset.backgroundColor;
    if (pattern === undefined || pattern === 'solid' || typeof color !== 'string') continue;
    dataset.backgroundColor = fill({ pattern: pattern as PatternName, color }) as unknown as Color;
  }
}

function fill({ pattern, color }: { pattern: PatternName; color: string }) {
  const tile = createCanvas(tileSize, tileSize);
  const context = tile.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, tileSize, tileSize);
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

import { type Canvas, createCanvas, type SvgCanvas, SvgExportFlag } from '@napi-rs/canvas';
import { Chart, type ChartConfiguration, type ChartItem, registerables } from 'chart.js';
import annotations from 'chartjs-plugin-annotation';
import { background } from './background.ts';
import { checkColors } from './colors.ts';
import { dataLabels, labelsByDefault } from './data-labels.ts';
import { fontFamily, registerFont } from './font.ts';
import { applyPatterns } from './patterns.ts';
import type { ChartRequest } from './request.ts';

/** Makes the font, the chart types and our own plugins known. Once per thread, before the first drawing. */
export function prepareDrawing(): void {
  registerFont();
  Chart.register(...registerables, annotations);
  Chart.defaults.font.family = fontFamily;
  Chart.defaults.color = '#374151';
}

/** The chart as PNG or SVG. Throws Chart.js's own error for a configuration that it cannot draw. */
export async function draw(input: ChartRequest): Promise<Buffer> {
  const { chart: configuration, width, height, devicePixelRatio, backgroundColor, format } = input;
  checkColors(configuration, backgroundColor);
  applyPatterns(configuration);
  const canvas = format === 'svg' ? vectors({ width, height }) : createCanvas(width, height);
  const chart = new Chart(
    canvas as unknown as ChartItem,
    {
      ...configuration,
      options: {
        ...configuration.options,
        responsive: false,
        animation: false,
        events: [],
        devicePixelRatio: format === 'svg' ? 1 : devicePixelRatio,
        plugins: { datalabels: labelsByDefault(configuration), ...configuration.options?.plugins },
      },
      plugins: [background(backgroundColor), dataLabels],
    } as ChartConfiguration,
  );
  try {
    return await encode(canvas);
  } finally {
    chart.destroy();
  }
}

/** Text becomes outlines, because a viewer of the SVG may not have the font. */
function vectors({ width, height }: { width: number; height: number }): SvgCanvas {
  return createCanvas(width, height, SvgExportFlag.ConvertTextToPaths);
}

function encode(canvas: Canvas | SvgCanvas): Promise<Buffer> | Buffer {
  return 'getContent' in canvas ? canvas.getContent() : canvas.encode('png');
}

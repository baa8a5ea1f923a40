import type { Chart, Plugin } from 'chart.js';
import { fontFamily } from './font.ts';

/** The part of chartjs-plugin-datalabels that is understood here; a list holds one value for each bar. */
type LabelOptions = {
  display?: boolean | boolean[];
  anchor?: 'center' | 'end';
  align?: 'center' | 'end';
  color?: string;
  backgroundColor?: string;
  font?: { size?: number; weight?: number };
};

/** Writes the value of a bar, slice or point on it, configured as `options.plugins.datalabels` or by dataset. */
export const directLabels: Plugin = {
  id: 'campusDirectLabels',
  afterDatasetsDraw: chart => {
    const common = (chart.config.options?.plugins as { datalabels?: LabelOptions } | undefined)?.datalabels;
    chart.data.datasets.forEach((dataset, index) => {
      const own = (dataset as { datalabels?: LabelOptions }).datalabels;
      const options = { display: false, ...common, ...own };
      if (chart.isDatasetVisible(index)) labelDataset({ chart, index, options });
    });
  },
};

type LabelDatasetInput = { chart: Chart; index: number; options: LabelOptions };

function labelDataset({ chart, index, options }: LabelDatasetInput): void {
  const { ctx } = chart;
  const { display, color = '#1f2937', font: { size = 12, weight = 600 } = {} } = options;
  ctx.save();
  ctx.font = `${weight} ${size}px ${fontFamily}`;
  const marks = chart.getDatasetMeta(index).data as unknown as Mark[];
  marks.forEach((element, position) => {
    const shown = Array.isArray(display) ? display[position] : display;
    const value = chart.data.datasets[index]?.data[position];
    if (shown !== true || typeof value !== 'number') return;

    const text = value.toLocaleString('en-US', { maximumFractionDigits: 10 });
    const at = positionOf({ chart, element, options });
    ctx.textAlign = at.textAlign;
    ctx.textBaseline = at.textBaseline;
    if (options.backgroundColor !== undefined) {
      ctx.fillStyle = options.backgroundColor;
      const width = ctx.measureText(text).width + 6;
      ctx.beginPath();
      ctx.roundRect(at.x - width / 2, at.y - size * 0.7, width, size * 1.4, 3);
      ctx.fill();
    }
    ctx.fillStyle = color;
    ctx.fillText(text, at.x, at.y);
  });
  ctx.restore();
}

/** What every bar, slice and point of Chart.js knows of itself. */
type Mark = { x: number; y: number; getCenterPoint: (final: boolean) => { x: number; y: number } };
type Position = { x: number; y: number; textAlign: 'center' | 'left'; textBaseline: 'middle' | 'bottom' };

type PositionOfInput = { chart: Chart; element: Mark; options: LabelOptions };

function positionOf({ chart, element, options }: PositionOfInput): Position {
  const middle = element.getCenterPoint(true);
  const centred = { textAlign: 'center', textBaseline: 'middle' } as const;
  if (options.anchor !== 'end') return { ...middle, ...centred };

  const horizontal = chart.config.options?.indexAxis === 'y';
  if (options.align !== 'end') return { x: element.x, y: element.y, ...centred };
  return horizontal
    ? { x: element.x + 6, y: element.y, textAlign: 'left', textBaseline: 'middle' }
    : { x: element.x, y: element.y - 5, textAlign: 'center', textBaseline: 'bottom' };
}

import type { Category } from '@campus-desk/contract';

// A chart has no background: all its colours are of the same middle brightness, so that they stand out from the white
// of a light Slack and from the near-black of a dark one alike.

/** One colour for each category, wherever it is drawn. */
export const categoryColors: Record<Category, string> = {
  facility: '#b45309',
  it: '#2b72bf',
  service: '#0d8374',
};

/** Colours of the statuses, none of them a category's; the patterns distinguish them without colour. */
export const statusStyles = {
  open: { backgroundColor: '#c73e61', borderColor: '#c73e61', pattern: 'stripes' },
  active: { backgroundColor: '#6b7684', borderColor: '#6b7684', pattern: 'solid' },
} as const;

/** Whether something is solved; the pattern distinguishes them without colour. */
export const answerStyles = {
  solved: { backgroundColor: '#4d8a3d', borderColor: '#4d8a3d', pattern: 'solid' },
  notSolved: { backgroundColor: '#c73e61', borderColor: '#c73e61', pattern: 'stripes' },
} as const;

/** The bars of durations; pale ones are of few tickets. */
export const durationColor = '#7461d6';
export const paleDurationColor = '#7461d666';

/** The marks of averages, striped while they can still change. */
export const averageStyles = {
  finished: { backgroundColor: '#c2700c', borderColor: '#c2700c', pattern: 'solid' },
  unfinished: { backgroundColor: '#c2700c', borderColor: '#c2700c', pattern: 'stripes' },
} as const;

const ink = '#777d87';
const lines = '#8a909a40';

/** The one size of text in all charts, in pixels of a picture that is 520 wide. */
const textSize = 13;
const text = { color: ink, font: { size: textSize } };
const number = { font: { size: textSize, weight: 600 } };

/** Width of a picture's plot, and of one character of a number, roughly. */
const plotWidth = 460;
const digitWidth = 8;

/** Whether texts of so many characters fit beside each other under or in so many bars. */
export function doTextsFit({ longest, bars }: { longest: number; bars: number }): boolean {
  return longest * digitWidth + 6 <= plotWidth / bars;
}

/** A number in a bar, on a chip of the bar's colour where a pattern would cross it. */
export function labelInBar(style: { backgroundColor: string; pattern: string }) {
  const chip = { backgroundColor: style.backgroundColor, borderRadius: 3, padding: { x: 4, y: 1 } };
  const centred = { anchor: 'center', align: 'center', color: '#ffffff', ...number };
  return style.pattern === 'solid' ? centred : { ...centred, ...chip };
}

/** A number beyond the end of its bar. */
export const labelAfterBar = { color: ink, anchor: 'end', align: 'end', offset: 2, ...number };

/** Room around a plot, so that nothing touches the edge of its picture. */
export const margins = { padding: { top: 10, right: 12, bottom: 4, left: 4 } };

/** The names of the colours and patterns, below the plot. */
export function legend({ display = true }: { display?: boolean } = {}) {
  return {
    display,
    position: 'bottom',
    align: 'start',
    labels: { usePointStyle: true, pointStyleWidth: 18, boxHeight: 10, padding: 14, ...text },
  };
}

/** What all bars share: an outline that also closes a pattern, and no bar as wide as the image. */
export const barShape = {
  borderWidth: 1.5,
  borderSkipped: false,
  categoryPercentage: 0.86,
  maxBarThickness: 72,
  pointStyle: 'rect',
};

type AxisInput = { title?: string; stacked?: boolean };

/** An axis that counts from zero in whole numbers. */
export function countAxis({ title = '', stacked = false }: AxisInput) {
  return {
    stacked,
    beginAtZero: true,
    suggestedMax: 3,
    grid: { color: lines },
    border: { display: false },
    ticks: { precision: 0, maxTicksLimit: 5, ...text },
    title: { display: title !== '', text: title, ...text },
  };
}

/** An axis of names or periods; labels that do not fit beside each other are left out, never rotated. */
export function nameAxis(input: AxisInput & { autoSkip?: boolean }) {
  const { title = '', stacked = false, autoSkip = true } = input;
  return {
    stacked,
    grid: { display: false },
    border: { color: ink },
    ticks: { maxRotation: 0, autoSkip, autoSkipPadding: 12, ...text },
    title: { display: title !== '', text: title, ...text },
  };
}

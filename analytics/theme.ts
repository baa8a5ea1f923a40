import type { Category } from '@campus-desk/contract';

/** One colour for each category, wherever it is drawn; dark enough on white for people with low vision. */
export const categoryColors: Record<Category, string> = {
  facility: '#b45309',
  it: '#1d5fa8',
  service: '#0f8a78',
};

/** Colours of the statuses, none of them a category's; the patterns distinguish them without colour. */
export const statusStyles = {
  open: { backgroundColor: '#be3455', borderColor: '#be3455', pattern: 'stripes' },
  active: { backgroundColor: '#4b5563', borderColor: '#4b5563', pattern: 'solid' },
} as const;

export const durationStyles = {
  finished: { backgroundColor: '#5b4bb5', borderColor: '#5b4bb5', pattern: 'solid' },
  unfinished: { backgroundColor: '#5b4bb5', borderColor: '#5b4bb5', pattern: 'stripes' },
} as const;

export const ink = '#1f2937';
const paleInk = '#4b5563';
const lines = '#e5e7eb';

type TextInput = { size: number; weight?: number; color?: string };

const text = ({ size, weight = 400, color = paleInk }: TextInput) => ({
  color,
  font: { size, weight },
});

/** Labels on dark bars, and on patterns, where they need a background of their own. */
export const labelOnBar = {
  color: '#ffffff',
  anchor: 'center',
  align: 'center',
  font: { size: 12, weight: 600 },
};
export const labelOnPattern = { ...labelOnBar, color: ink, backgroundColor: '#ffffff' };
export const labelAfterBar = { color: ink, anchor: 'end', align: 'end', font: { size: 13, weight: 600 } };

/** Title, what it counts, and when and where it was counted. */
export function headings({ title, subtitle }: { title: string; subtitle: string }) {
  return {
    title: {
      display: true,
      text: title,
      align: 'start',
      padding: { bottom: 2 },
      ...text({ size: 16, weight: 600, color: ink }),
    },
    subtitle: {
      display: true,
      text: subtitle,
      align: 'start',
      padding: { bottom: 14 },
      ...text({ size: 12 }),
    },
  };
}

export function legend({ display = true }: { display?: boolean } = {}) {
  return {
    display,
    position: 'bottom',
    align: 'start',
    labels: {
      usePointStyle: true,
      pointStyleWidth: 18,
      boxHeight: 11,
      padding: 14,
      ...text({ size: 13, color: ink }),
    },
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

/** An axis that counts from zero in whole numbers. */
export function countAxis({ title, stacked = false }: { title: string; stacked?: boolean }) {
  return {
    stacked,
    beginAtZero: true,
    suggestedMax: 3,
    grid: { color: lines },
    border: { display: false },
    ticks: { precision: 0, maxTicksLimit: 6, ...text({ size: 12 }) },
    title: { display: title !== '', text: title, ...text({ size: 12 }) },
  };
}

type NameAxisInput = { title?: string; stacked?: boolean; autoSkip?: boolean; size?: number };

/** An axis of names or periods; labels that do not fit beside each other are left out, never rotated. */
export function nameAxis({ title = '', stacked = false, autoSkip = true, size = 12 }: NameAxisInput) {
  return {
    stacked,
    grid: { display: false },
    border: { color: paleInk },
    ticks: { maxRotation: 0, autoSkip, autoSkipPadding: 6, ...text({ size, color: ink }) },
    title: { display: title !== '', text: title, ...text({ size: 12 }) },
  };
}

import { findInside } from './find-inside.ts';

/** Names of Chart.js 2 that Chart.js 4 ignores, and what to write instead. */
const renamed: Record<string, string> = {
  xAxes: 'scales.x',
  yAxes: 'scales.y',
  gridLines: 'grid',
  scaleLabel: 'title',
  zeroLineColor: 'grid.color',
  fontSize: 'font.size',
  fontColor: 'color',
  fontStyle: 'font.style',
  fontFamily: 'font.family',
  lineTension: 'tension',
  cutoutPercentage: 'cutout, such as "50%"',
};

const moved: Record<string, string> = {
  title: 'plugins.title',
  legend: 'plugins.legend',
  annotation: 'plugins.annotation',
  scale: 'scales.r',
};

/** These stood in `ticks`, and stand beside it now. */
const movedFromTicks = ['beginAtZero', 'min', 'max', 'suggestedMin', 'suggestedMax', 'reverse'];

type FindVersion2Input = { options: Record<string, unknown>; datasets: unknown[] };

/** What in a configuration is written for Chart.js 2, as a sentence; undefined when nothing is. */
export function findVersion2({ options, datasets }: FindVersion2Input): string | undefined {
  const atTop = Object.keys(options).find(name => name in moved);
  if (atTop !== undefined) return refusal({ name: atTop, better: moved[atTop] });
  return findInside([options, datasets], ({ name, value, parent }) => {
    // Straight lines are what Chart.js 4 draws anyway.
    if (name === 'lineTension' && value === 0) return undefined;
    if (name in renamed) return refusal({ name, better: renamed[name] });
    if (parent === 'ticks' && movedFromTicks.includes(name))
      return refusal({ name: `ticks.${name}`, better: `${name} of the axis itself` });
    if (typeof value === 'string' && /^[xy]-axis-\d$/.test(value))
      return refusal({ name: value, better: value.slice(0, 1) });
    return undefined;
  });
}

function refusal({ name, better }: { name: string; better: string | undefined }): string {
  return `The chart is written for Chart.js 2. Instead of ${name} write ${better} (Chart.js 4).`;
}

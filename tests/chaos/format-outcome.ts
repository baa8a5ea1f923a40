import type { FullDisk } from './fill-disk.ts';
import type { Outcome } from './run-chaos.ts';

const shown = 40;

/** The outcome as a person reads it: figures first, the verdict last. */
export function formatOutcome(outcome: Outcome): string {
  const { seed, diary, injured, secondsToPost, caughtUp, memory, problems, logFolder } = outcome;
  const sorted = secondsToPost.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const worst = sorted.at(-1) ?? 0;
  const sizes = Object.entries(memory.after).map(([name, now]) => `${name} ${memory.before[name]} → ${now}`);
  return [
    `acts: ${formatCounts(diary.counts)}`,
    `acknowledged: ${[...diary.filed.values()].filter(({ isAcknowledged }) => isAcknowledged).length} filed, ` +
      `${diary.edited.length} edited, ${diary.closed.length} closed, ${diary.said.length} messages`,
    `faults: ${formatCounts(injured.counts)}; kills: ${injured.kills}`,
    `first post after the kill of a bot: median ${median.toFixed(1)} s, worst ${worst.toFixed(1)} s`,
    `memory in MB: ${sizes.join(', ')}`,
    ...(caughtUp.length === 0 ? [] : ['only right after catching up:', ...list(caughtUp)]),
    ...(problems.length === 0
      ? [`verdict: all is well (seed ${seed})`]
      : [
          `verdict: ${problems.length} things are wrong (seed ${seed}), logs in ${logFolder}`,
          ...list(problems),
        ]),
    '',
  ].join('\n');
}

/** What became of the embedded database on a full disk, and what is wrong. */
export function formatFullDisk(disk: FullDisk | undefined): string {
  if (disk === undefined) return 'full disk: left out, no disk can be mounted here\n';
  const { stored, refused, problems } = disk;
  return [
    `full disk: ${stored} tickets stored and there, ${refused} refused as unavailable`,
    ...(problems.length === 0 ? [] : [`  ${problems.length} things are wrong:`, ...list(problems)]),
    '',
  ].join('\n');
}

function formatCounts(counts: Record<string, number>): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${total} (${Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')})`;
}

function list(lines: string[]): string[] {
  const more = lines.length > shown ? [`  … and ${lines.length - shown} more`] : [];
  return [...lines.slice(0, shown).map(line => `  ${line}`), ...more];
}

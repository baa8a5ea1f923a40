import type { RunningPart } from '../system/part.ts';

/** Resident memory of each process, in MB. */
export type Memory = Record<string, number | undefined>;

/** A process may fill its caches, and the garbage collector takes its time; more than this is a leak. */
const allowedMb = 150;

export async function measureMemory(parts: RunningPart[]): Promise<Memory> {
  return Object.fromEntries(
    await Promise.all(parts.map(async ({ name, memory }) => [name, await memory()] as const)),
  );
}

/** Which processes grew too much. */
export function checkMemory({ before, after }: { before: Memory; after: Memory }): string[] {
  return Object.entries(after).flatMap(([name, now = 0]) => {
    const then = before[name] ?? now;
    return now - then > allowedMb ? [`${name} grew from ${then} MB to ${now} MB`] : [];
  });
}

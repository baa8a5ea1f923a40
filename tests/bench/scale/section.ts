import { writeFile } from 'node:fs/promises';
import { countClosedPeriods } from '../../../api/tickets/count-closed-periods.ts';
import { openDatabase } from '../../../db/index.ts';
import { prepareDatabase } from '../api/prepare-database.ts';
import { startApi } from '../api/start-api.ts';
import type { Bench, Measured, Section } from '../section.ts';
import { drawScale } from './draw-scale.ts';
import { measureScale, timeZone } from './measure-scale.ts';

/** What is asked most, of few tickets and of many. */
export const scaleSection: Section = {
  name: 'scale',
  about:
    'lists, search, summaries and reports at 1,000,000 tickets against 10,000; --picture FILE draws them',
  measure,
};

async function measure({ server, rounds, isQuick, isHuge, note, picture }: Bench): Promise<Measured[]> {
  const { createDatabase } = await server();
  const sizes = isQuick ? [2000, 20_000] : [10_000, 100_000, 1_000_000, ...(isHuge ? [10_000_000] : [])];
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const apis: { size: number; port: number }[] = [];
    for (const size of sizes) {
      const { url, drop } = await createDatabase();
      ends.unshift(drop);
      await prepareDatabase({ url, filled: size, note });
      await countPeriods(url);
      const { port, stop } = await startApi(url);
      ends.unshift(stop);
      apis.push({ size, port });
    }
    const compared = sizes[2] ?? sizes[1] ?? 0;
    const { lines, curves } = await measureScale({ apis, compared, rounds, requests: isQuick ? 10 : 40 });
    for (const { what, points } of curves)
      note(
        `  ${what}: ${points.map(({ size, ms }) => `${ms.toFixed(1)} ms at ${size.toLocaleString('en')}`).join(', ')}`,
      );
    if (picture !== undefined) await writeFile(picture, drawScale(curves));
    return lines;
  } finally {
    for (const end of ends) await end();
  }
}

/** As the API does it in the background, over some minutes. */
async function countPeriods(url: string): Promise<void> {
  const { db, close } = await openDatabase({ databaseUrl: url, dataDir: undefined, progress: () => {} });
  try {
    while (await countClosedPeriods({ db, timeZone, now: new Date() }));
  } finally {
    await close();
  }
}

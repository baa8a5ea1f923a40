import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createLogger } from '@campus-desk/service-kit';
import { createSimilarTickets } from '../../../api/similar/similar-tickets.ts';
import { openDatabase } from '../../../db/index.ts';

/** The memory that the unclosed tickets of a database take in the API, in MB, without the model that they share. */
export async function measureMemory(databaseUrl: string): Promise<number> {
  const { db, close } = await openDatabase({ databaseUrl, dataDir: undefined, progress: () => {} });
  const logger = createLogger({ level: 'silent' });
  try {
    const few = createSimilarTickets({ db, logger, maxTickets: 1 });
    await few.refresh();
    const before = memoryInUse();
    const all = createSimilarTickets({ db, logger });
    await all.refresh();
    const taken = memoryInUse() - before;
    few.stop();
    all.stop();
    return Math.round(taken);
  } finally {
    await close();
  }
}

function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 ** 2;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ofThisRun = mkdtempSync(join(tmpdir(), 'campus-desk-bench-'));
const couldNotMeasure = 1;
process.once('exit', code => {
  if (code !== couldNotMeasure) rmSync(ofThisRun, { recursive: true, force: true });
});

/** A new folder for logs. It goes when the run ends, unless that could not measure: then they say why. */
export function newFolder(): Promise<string> {
  return mkdtemp(join(ofThisRun, 'logs-'));
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Campus, unknownCampus } from '@campus-desk/contract';
import { type Logger, type Part, whyUnreadable } from '@campus-desk/service-kit';
import { readCampusFile } from './read-campus-file.ts';

/** Where the campus file is looked for when nothing names one. */
const standardPath = './campus.yaml';

/** What the campus says of itself now. */
export type CampusFile = Part & { now: () => Campus };

type ReadCampusInput = {
  /** Absent: the standard one, if it is there. */
  path: string | undefined;
  /** What is read where no file is named and the standard one is not there. */
  fallback?: string | undefined;
};

/** What the campus file says; throws what is wrong with it. */
export async function readCampus({ path, fallback }: ReadCampusInput): Promise<Campus> {
  const file = campusFileAt(path) ?? fallback;
  return file === undefined ? unknownCampus : readAt(file);
}

/** The campus file that is named, else the standard one if it is there. */
export function campusFileAt(path: string | undefined): string | undefined {
  return path ?? (existsSync(standardPath) ? standardPath : undefined);
}

type OpenCampusFileInput = ReadCampusInput & { logger: Logger };

/**
 * Reads the campus file, and again on SIGHUP: one that is wrong then is logged, and what was read before stays. Throws what
 * is wrong with it at the start.
 */
export async function openCampusFile({ logger, ...which }: OpenCampusFileInput): Promise<CampusFile> {
  const read = () => readCampus(which);
  let campus = await read();
  const readAgain = () => {
    read().then(
      again => {
        campus = again;
        logger.info(
          { answers: campus.answers.length, places: campus.places.length },
          'campus file read again',
        );
      },
      err => logger.error({ err }, 'the campus file is wrong; what was read before stays'),
    );
  };
  process.on('SIGHUP', readAgain);
  return {
    now: () => campus,
    stop: async () => {
      process.off('SIGHUP', readAgain);
    },
  };
}

async function readAt(file: string): Promise<Campus> {
  const text = await readFile(file, 'utf8').catch(cause => {
    const why = whyUnreadable({ file, error: cause });
    const message = `The campus file cannot be read: ${why}. Put it right, or name another one in CAMPUS_FILE.`;
    throw new Error(message, { cause });
  });
  return readCampusFile({ text, name: basename(file) });
}

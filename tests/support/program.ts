import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const runner = fileURLToPath(new URL('../../run.mjs', import.meta.url));

/** A program of ours that runs in a process of its own. */
export type Program = {
  child: ChildProcess;
  /** What it has printed and logged until now. */
  output: () => string;
  /** Resolves once it has printed something on standard output, which all of them do when they are ready, or has ended. */
  ready: Promise<void>;
  /** Its exit code. */
  ended: Promise<number | null>;
};

type StartProgramInput = { words: string[]; environment: Record<string, string> };

/** Variables that neither this machine nor a `.env` beside the program is to decide. */
const nothingSet = {
  SLACK_BOT_TOKEN: '',
  SLACK_SIGNING_SECRET: '',
  SLACK_APP_TOKEN: '',
  DATABASE_URL: '',
  DATABASE_READ_URL: '',
  API_TOKEN: '',
  METRICS_TOKEN: '',
  WEBHOOK_SECRET: '',
  WEBHOOK_URL: '',
  API_URL: '',
  HOST: '',
  LOG_LEVEL: 'warn',
  CAMPUS_TIME_ZONE: 'Europe/Rome',
  DIGEST_CRON: 'off',
  REMINDER_CRON: 'off',
};

/** Starts a program by its file at the root and its words. */
export function startProgram({ words: [file = '', ...words], environment }: StartProgramInput): Program {
  const child = spawn(process.execPath, [runner, `${root}${file}`, ...words], {
    env: { ...process.env, ...nothingSet, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  const ended = once(child, 'close').then(([code]) => code);
  const ready = Promise.race([once(child.stdout, 'data'), ended]).then(() => undefined);
  return { child, output: () => output, ready, ended };
}

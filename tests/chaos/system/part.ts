import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const runner = fileURLToPath(new URL('../../../run.mjs', import.meta.url));
const otherClock = new URL('./other-clock.mjs', import.meta.url).href;
const root = fileURLToPath(new URL('../../../', import.meta.url));
const startsWithinMs = 90_000;

/** Whoever started them and ends, for whatever reason, leaves none behind. */
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** One process of Campus Desk, started again whenever it ends, as an operating system's supervisor does. */
export type RunningPart = {
  name: string;
  /** Resolves when it says that it is ready. */
  ready: () => Promise<void>;
  /** Ends it as a crash does; it is started again after `downMs`. */
  kill: (input: { downMs: number }) => void;
  /** Sets its time of day ahead of the machine's, or behind it, until it is started again. */
  setClock: (aheadMs: number) => Promise<void>;
  /** Asks it to end, and starts it again. */
  restart: () => Promise<void>;
  /** Asks it to end, for good; answers its exit code. */
  stop: () => Promise<number | null>;
  /** Resident memory in MB; undefined while it is not there. */
  memory: () => Promise<number | undefined>;
  /** How often it ended without being asked once it had been ready. */
  crashes: () => number;
};

type StartPartInput = {
  name: string;
  /** The program below the root of the repository, and its words. */
  program: string[];
  port: number;
  environment: Record<string, string>;
  logFile: string;
  /** Whether its clock can be set, as it can by default: that makes every look at the clock slower. */
  canSetClock?: boolean;
};

export function startPart(input: StartPartInput): RunningPart {
  const { name, program, port, environment, logFile, canSetClock = true } = input;
  const [file = '', ...words] = program;
  const clockFile = `${logFile}.clock`;
  const log = createWriteStream(logFile, { flags: 'a' });
  let child: ChildProcess;
  let isStopping = false;
  let wasReady = false;
  let isKilled = false;
  let downMs = 1000;
  let crashes = 0;

  const start = () => {
    isKilled = false;
    wasReady = false;
    downMs = 1000;
    // As package.json starts it.
    const loaded = ['--max-semi-space-size=8', ...(canSetClock ? ['--import', otherClock] : []), runner];
    child = spawn(process.execPath, [...loaded, `${root}${file}`, ...words], {
      cwd: tmpdir(),
      env: { PATH: process.env.PATH, CHAOS_CLOCK_FILE: clockFile, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const started = child;
    alive.add(started);
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    child.on('exit', async (code, signal) => {
      alive.delete(started);
      log.write(`-- ended: ${code ?? signal}\n`);
      if (isStopping) return;
      if (wasReady && !isKilled) crashes += 1;
      await wait(downMs);
      if (!isStopping) start();
    });
    ready().catch(() => undefined);
  };

  const ready = async () => {
    for (const until = Date.now() + startsWithinMs; Date.now() < until && !isStopping; await wait(200)) {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
      await answer?.body?.cancel();
      wasReady ||= answer?.ok === true;
      if (answer?.ok) return;
    }
    throw new Error(`${name} is not ready after ${startsWithinMs / 1000} s; see ${logFile}.`);
  };

  const end = async (): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    return (await ended)[0];
  };

  start();
  return {
    name,
    ready,
    kill(given) {
      isKilled = true;
      ({ downMs } = given);
      child.kill('SIGKILL');
    },
    async setClock(aheadMs) {
      await writeFile(clockFile, `${aheadMs}`);
      // Before it listens to the signal, that would end it.
      if (wasReady) child.kill('SIGUSR2');
    },
    async restart() {
      isKilled = true;
      downMs = 0;
      await end();
      await wait(300);
      await ready();
    },
    stop: () => {
      isStopping = true;
      return end();
    },
    memory: () => residentMb(child.pid),
    crashes: () => crashes,
  };
}

async function residentMb(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(status) ?? [];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}

import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { type Arguments, type Options, readArguments } from './arguments.ts';
import { formatTakenPort } from './check-ports.ts';
import { readConfig } from './config.ts';
import { loadEnvFile } from './env-file.ts';

/** A started part of the program; `stop` finishes what is running and lets go of everything. */
export type Part = { stop: () => Promise<void> };

/** Longest time that stopping may take before the process ends anyway, in milliseconds. */
const maxStopMs = 10_000;

/**
 * How far the heap grows beyond what was in use when it was last collected, in percent. Where there is much memory Node lets it become
 * four times as large: 480 MB after half a minute of load in place of 260, for 0.1 s less of collecting.
 */
const heapGrowthPercent = 30;

/** A program as the command line starts it. */
type Program<Known extends Options> = {
  /** What `--help` prints. */
  help: string;
  /** The options it takes besides `--help`. */
  options?: Known;
  /** Whether it takes words without dashes, such as the name of a service. */
  takesWords?: boolean;
};

type Given<Known extends Options> = { environment: NodeJS.ProcessEnv } & Arguments<Known>;

type RunProgramInput<Known extends Options> = Program<Known> & {
  start: (given: Given<Known>) => Promise<Part>;
};

/**
 * Runs a program until it is asked to stop: reads `.env` and the command line, starts, stops gracefully on SIGTERM and
 * SIGINT (a second signal ends at once). What keeps it from starting is printed in one line, and the exit code is 1.
 */
export async function runProgram<Known extends Options>(input: RunProgramInput<Known>): Promise<void> {
  const { start, ...program } = input;
  setFlagsFromString(`--heap-growing-percent=${heapGrowthPercent}`);
  await runOnce({
    ...program,
    job: async given => {
      const stop = stopper(await start(given));
      process.on('SIGTERM', stop);
      process.on('SIGINT', stop);
      if (given.environment.npm_lifecycle_event !== undefined) whenOrphaned(stop);
    },
  });
}

type RunOnceInput<Known extends Options> = Program<Known> & { job: (given: Given<Known>) => Promise<void> };

/** Runs a job that ends by itself: reads `.env` and the command line; a failure is one line, and the exit code is 1. */
export async function runOnce<Known extends Options>(input: RunOnceInput<Known>): Promise<void> {
  const { job, help, options, takesWords } = input;
  try {
    const given = readArguments<Known>({ options, takesWords });
    if (given.wantsHelp) return void process.stdout.write(help);
    loadDotEnv();
    await job({ environment: process.env, ...given });
  } catch (error) {
    process.stderr.write(`${formatFailure(error)}\n`);
    process.exit(1);
  }
}

function loadDotEnv(): void {
  const file = fileURLToPath(new URL('../../.env', import.meta.url));
  loadEnvFile({ file, warn: line => process.stderr.write(`${line}\n`) });
}

/** Stops the part and ends the process; asked a second time, it ends at once. */
function stopper(part: Part): () => void {
  let stopping = false;
  return () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), maxStopMs).unref();
    part.stop().then(
      () => process.exit(0),
      error => {
        process.stderr.write(`Stopped with an error: ${error instanceof Error ? error.message : error}\n`);
        process.exit(1);
      },
    );
  };
}

/** npm hands a signal to the shell it runs scripts in, which ends without passing it on. */
function whenOrphaned(stop: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 250);
  watch.unref();
}

function formatFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error)
    return formatTakenPort({ port: Number(error.port), ports: readConfig(process.env) });
  const host = unknownHostOf(error);
  if (host !== undefined && host === readConfig(process.env).HOST)
    return `HOST is no address of this machine: ${host}; write 127.0.0.1, or 0.0.0.0 for all of them`;
  return error.message;
}

/** The name that was not found, or the address of another machine at which something was to listen. */
function unknownHostOf(error: Error): string | undefined {
  const { code, address, hostname } = error as NodeJS.ErrnoException & {
    address?: string;
    hostname?: string;
  };
  return code === 'EADDRNOTAVAIL' ? address : hostname;
}

/** Stops parts one after the other, the last started first; all are tried, the first failure is thrown. */
export async function stopAll(parts: Part[]): Promise<void> {
  const failures: unknown[] = [];
  for (const part of parts.toReversed()) await part.stop().catch(error => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

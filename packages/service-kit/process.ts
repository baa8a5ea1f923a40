import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A started part of the program; `stop` finishes what is running and lets go of everything. */
export type Part = { stop: () => Promise<void> };

/** Longest time that stopping may take before the process ends anyway, in milliseconds. */
const maxStopMs = 10_000;

/**
 * Runs a program: reads `.env`, starts, stops gracefully on SIGTERM and SIGINT (a second signal ends at once). What
 * cannot start is said in one line for people, and the exit code is 1.
 */
export async function runProgram(start: (environment: NodeJS.ProcessEnv) => Promise<Part>): Promise<void> {
  await runOnce(async environment => stopOnSignal(await start(environment)));
}

/** Runs a job that ends by itself: reads `.env` first; a failure is said in one line, and the exit code is 1. */
export async function runOnce(job: (environment: NodeJS.ProcessEnv) => Promise<void>): Promise<void> {
  loadDotEnv();
  try {
    await job(process.env);
  } catch (error) {
    process.stderr.write(`${sayWhyNotStarted(error)}\n`);
    process.exit(1);
  }
}

function loadDotEnv(): void {
  const file = fileURLToPath(new URL('../../.env', import.meta.url));
  if (existsSync(file)) process.loadEnvFile(file);
}

function stopOnSignal(part: Part): void {
  let stopping = false;
  const stop = () => {
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
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function sayWhyNotStarted(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error)
    return `Port ${error.port} is taken. Stop what uses it, or choose another with the …_PORT variables (README: Configuration).`;
  return error.message;
}

/** Stops parts one after the other, the last started first; all are tried, the first failure is thrown. */
export async function stopAll(parts: Part[]): Promise<void> {
  const failures: unknown[] = [];
  for (const part of parts.toReversed()) await part.stop().catch(error => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

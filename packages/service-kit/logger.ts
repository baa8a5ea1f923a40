import { createRequire } from 'node:module';
import { currentRequestId } from '@campus-desk/contract';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { build } from 'pino-pretty';
import { describeError } from './describe-error.ts';
import { redact, redactLine } from './redact.ts';

export type { Logger } from 'pino';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/** One JSON object a line for machines, or lines for people. */
export const logFormats = ['json', 'pretty'] as const;
type LogFormat = (typeof logFormats)[number];

type CreateLoggerInput = {
  level: LogLevel;
  /** Without it lines for people on a terminal, and JSON elsewhere. */
  format?: LogFormat | undefined;
  destination?: DestinationStream;
};

/**
 * A logger that writes lines to standard error, so that standard output stays for people. Of errors it writes
 * what happened where, never what people wrote; secrets are left out wherever they stand.
 */
export function createLogger(input: CreateLoggerInput): Logger {
  const { level, format, destination = standardErrorIn(format) } = input;
  const serializers = { err: describeError };
  const hooks = { streamWrite: redactLine };
  const options = { level, serializers, redact, hooks, mixin: nameRequest };
  return pino(options, destination);
}

function standardErrorIn(format: LogFormat | undefined): DestinationStream {
  const colorize = process.stderr.isTTY === true;
  if (format === 'json' || (format === undefined && !colorize))
    return pino.destination({ dest: 2, sync: false });
  // Loaded only where it is asked for: others start sooner without it.
  const pretty: typeof build = createRequire(import.meta.url)('pino-pretty').build;
  return pretty({ destination: 2, colorize, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' });
}

/** One id leads from what somebody did in Slack through the lines of bot, services and API. */
function nameRequest(): { requestId?: string } {
  const requestId = currentRequestId();
  return requestId === undefined ? {} : { requestId };
}

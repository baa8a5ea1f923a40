import { type DestinationStream, type Logger, pino } from 'pino';
import { describeError } from './describe-error.ts';

export type { Logger } from 'pino';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

type CreateLoggerInput = { level: LogLevel; destination?: DestinationStream };

/**
 * A logger that writes JSON lines to standard error, so that standard output stays for people. Of errors it writes
 * what happened where, never what people wrote.
 */
export function createLogger({ level, destination = standardError() }: CreateLoggerInput): Logger {
  return pino({ level, serializers: { err: describeError } }, destination);
}

function standardError(): DestinationStream {
  return pino.destination({ dest: 2, sync: false });
}

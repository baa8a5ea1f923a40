import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A logger that writes JSON lines to standard error, so that standard output stays for people. */
export function createLogger({ level }: { level: LogLevel }): Logger {
  return pino({ level }, pino.destination({ dest: 2, sync: false }));
}

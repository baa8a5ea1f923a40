import { type AppError, internal, unavailable } from '@campus-desk/contract';
import { DrizzleQueryError } from 'drizzle-orm';

/** Codes of the driver and of PostgreSQL that say: not now, perhaps in a moment. */
const passing = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
]);

/**
 * What a failed statement means to the caller: `unavailable` while the database cannot be reached, else `internal`.
 * Undefined for any other error. The statement's values stay out of it, because they are what people wrote.
 */
export function explainDatabaseError(error: unknown): AppError | undefined {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  if (passing.has(codeOf(cause)))
    return unavailable({ message: 'The database cannot be reached just now. Try again in a moment.', cause });
  if (error instanceof DrizzleQueryError) return internal({ cause });
  return undefined;
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return '';
}

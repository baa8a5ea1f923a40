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
  '25P03', // idle_in_transaction_session_timeout
  '53200', // out_of_memory
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
]);

/** Codes that say: what somebody else is doing took longer than we wait. */
const waitedFor = new Set([
  '55P03', // lock_not_available
  '57014', // query_canceled, by the time limit of a statement
]);

/** Codes that say that there is no space left to store anything. */
const full = new Set(['53100', 'ENOSPC']);

/** Whether an error says that the database cannot be reached just now, or ends what it was doing. */
export function isDatabaseAway(error: unknown): boolean {
  return passing.has(codeOf(causeOf(error)));
}

/** Whether an error says that what somebody else is doing took longer than we wait. */
export function isWaitedFor(error: unknown): boolean {
  return waitedFor.has(codeOf(causeOf(error)));
}

/** Whether an error says that something is there already that there is only one of. */
export function isConflict(error: unknown): boolean {
  return codeOf(causeOf(error)) === '23505'; // unique_violation
}

/** Whether an error says that what is referred to is not there. */
export function isDangling(error: unknown): boolean {
  return codeOf(causeOf(error)) === '23503'; // foreign_key_violation
}

/** Whether an error says that the disk of the database is full. */
export function isDiskFull(error: unknown): boolean {
  return full.has(codeOf(causeOf(error)));
}

/**
 * What a failed statement means to the caller: `unavailable` while the database cannot be reached, else `internal`.
 * Undefined for any other error. The statement's values stay out of it, because they are what people wrote.
 */
export function explainDatabaseError(error: unknown): AppError | undefined {
  const cause = causeOf(error);
  if (passing.has(codeOf(cause)))
    return unavailable({ message: 'The database cannot be reached just now. Try again in a moment.', cause });
  if (isWaitedFor(error))
    return unavailable({
      message: 'Somebody else is working on this just now. Try again in a moment.',
      cause,
    });
  if (full.has(codeOf(cause)))
    return unavailable({
      message: 'There is no space left to store anything. Tell your administrator.',
      cause,
    });
  if (error instanceof DrizzleQueryError) return internal({ cause });
  return undefined;
}

/** What the database said, without the statement. */
function causeOf(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? error.cause : error;
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return '';
}

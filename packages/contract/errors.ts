import { type ProblemCode, problemStatuses } from './problem.ts';
import type { Because } from './reason.ts';

/** One refused field: where it is (`description`, `actor.role`) and what to do about it. */
export type FieldError = { path: string; message: string } & Partial<Because>;

type AppErrorInput = {
  code: ProblemCode;
  message: string;
  details?: Record<string, unknown> & Partial<Because>;
  cause?: unknown;
};

/** The one error of the project: decide by `code`; `message` is for people; `details` travels with the problem. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly details: Record<string, unknown>;

  constructor({ code, message, details = {}, cause }: AppErrorInput) {
    super(message, { cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return problemStatuses[this.code];
  }
}

/** 404 with a sentence for people. */
export function notFound(message: string, because: Partial<Because> = {}): AppError {
  return new AppError({ code: 'not_found', message, details: because });
}

/** 400 for one field. */
export function invalid(error: FieldError): AppError {
  return new AppError({ code: 'validation_failed', message: error.message, details: { errors: [error] } });
}

type UnavailableInput = { message: string; cause?: unknown } & Partial<Because>;

/** 503: a part that is needed cannot be reached now; trying again later is right. */
export function unavailable({ message, cause, ...because }: UnavailableInput): AppError {
  return new AppError({ code: 'unavailable', message, cause, details: because });
}

/** 500: an unexpected failure; the cause goes to the log only. */
export function internal({ cause }: { cause: unknown }): AppError {
  return new AppError({
    code: 'internal',
    message:
      'Something went wrong here. Try again; if it keeps failing, tell your administrator the request id.',
    cause,
  });
}

/** Whether an unknown thrown thing is an `AppError` with one of these codes. */
export function hasCode(error: unknown, ...codes: ProblemCode[]): error is AppError {
  return error instanceof AppError && codes.includes(error.code);
}

/** More is asked than can be answered in time: nothing was begun, and trying again in a moment is right. */
export function tooBusy(): AppError {
  return unavailable({
    reason: 'too_busy',
    message: 'Too much is going on just now. Nothing was stored; try again in a moment.',
  });
}

import { request } from 'undici';
import type { z } from 'zod';
import { AppError, unavailable } from './errors.ts';
import { problemSchema } from './problem.ts';
import { currentRequestId, requestIdHeader } from './request-id.ts';

type Call<Answer extends z.ZodType> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
  answer: Answer;
  timeoutMs?: number;
  /** The answer is a text, not JSON. */
  isText?: boolean;
};

/** Longest time that what may take its time may take, in milliseconds: nobody's click waits for it. */
export const exportTimeoutMs = 60_000;

export type CallService = ReturnType<typeof createCall>;

type CreateCallInput = { baseUrl: string; token: string | undefined; timeoutMs: number };

/**
 * A typed HTTP call to one of our services. It throws an `AppError` with the code of the service's problem, or
 * `unavailable` when the service cannot be reached or does not answer within `timeoutMs`; what only reads is asked for
 * once more when the connection breaks.
 */
export function createCall({ baseUrl, token, timeoutMs: standardMs }: CreateCallInput) {
  return async <Answer extends z.ZodType>(input: Call<Answer>): Promise<z.output<Answer>> => {
    const { method, path, query = {}, body, headers = {}, answer, timeoutMs = standardMs } = input;
    const { isText = false } = input;
    const url = new URL(`${baseUrl.replace(/\/$/, '')}${path}`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));

    const requestId = currentRequestId();
    const signal = AbortSignal.timeout(timeoutMs);
    const ask = async () => {
      const { statusCode, body: answered } = await request(url, {
        method,
        headers: {
          ...headers,
          ...(requestId === undefined ? {} : { [requestIdHeader]: requestId }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal,
      });
      const isDone = statusCode >= 200 && statusCode < 300;
      return { isDone, content: await (isText && isDone ? answered.text() : answered.json()) };
    };
    // Of several copies one may just have ended: another answers. What changes something is not asked twice.
    const retry = (cause: unknown) => {
      if (method !== 'GET' || signal.aborted || cause instanceof SyntaxError) throw cause;
      return ask();
    };
    const { isDone, content } = await ask()
      .catch(retry)
      .catch(cause => {
        throw notReached(cause);
      });
    if (!isDone) throw fromProblem(content);
    const read = answer.safeParse(content);
    if (read.success) return read.data;
    throw answeredUnknown(read.error);
  };
}

/** The service did not answer, or not in time. */
export function notReached(cause: unknown): AppError {
  return unavailable({
    reason: 'not_reached',
    message: 'The ticket service cannot be reached just now. Try again in a moment.',
    cause,
  });
}

/** What a service answered as a problem, as the error it stands for. */
export function fromProblem(json: unknown): AppError {
  const problem = problemSchema.safeParse(json);
  if (!problem.success) return answeredUnknown(json);
  const { code, detail, type: _type, title: _title, status: _status, ...details } = problem.data;
  return new AppError({ code, message: detail, details });
}

/** Another version of the service, or something else at its address. */
function answeredUnknown(cause: unknown): AppError {
  return unavailable({
    reason: 'unexpected_answer',
    message: 'The ticket service gave an unexpected answer. Try again in a moment.',
    cause,
  });
}

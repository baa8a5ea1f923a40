import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { AppError, internal, type Problem, unavailable } from '@campus-desk/contract';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { fromValidation } from './validation.ts';

type AnswerProblemsInput = { app: FastifyInstance; explainError: (error: unknown) => AppError | undefined };

/** Answers every error of a service as RFC 9457 problem+json; from 500 up without any internal detail. */
export function answerProblems({ app, explainError }: AnswerProblemsInput): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const appError = explainError(error) ?? toAppError(error);
    const { code, status, cause = error } = appError;
    const requestId = request.id;
    if (status >= 500) request.log.error({ err: cause, code, requestId }, 'request failed');
    else request.log.info({ code, requestId }, 'request refused');
    return sendProblem({ request, reply, error: appError });
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem({
      request,
      reply,
      error: new AppError({
        code: 'not_found',
        message: `There is no ${request.method} ${request.url.split('?')[0]}.`,
      }),
    }),
  );
}

/** Answers what the framework refuses before any route is found, such as a URL that cannot be decoded. */
export function answerFrameworkError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  return sendProblem({ request, reply, error: toAppError(error) });
}

/** How long whoever sent what cannot be read has to hang up, in milliseconds. */
const hangUpMs = 1000;

/** Answers what cannot be read as a request, and so never becomes one, and ends its connection. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  // Who has gone is told nothing.
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const refusal = toRefusal(error.code);
  const problem = JSON.stringify(problemOf({ error: refusal, requestId: randomUUID() }));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(problem)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${problem}`);
  // Cut off at once, who is still sending might not read the answer.
  setTimeout(() => socket.destroy(), hangUpMs).unref();
}

function toRefusal(code: string | undefined): AppError {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new AppError({
      code: 'payload_too_large',
      message: 'The address and the headers of the request are too long. Ask for less at a time.',
    });
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return unavailable({ message: 'The request did not arrive in time. Send it again.' });
  return new AppError({ code: 'validation_failed', message: 'This is no HTTP request that can be read.' });
}

type SendProblemInput = { request: FastifyRequest; reply: FastifyReply; error: AppError };

function sendProblem({ request, reply, error }: SendProblemInput): FastifyReply {
  const problem = problemOf({ error, requestId: request.id });
  if (error.status === 503 || error.status === 429) reply.header('retry-after', '1');
  return reply.code(error.status).type('application/problem+json').send(JSON.stringify(problem));
}

function problemOf({ error, requestId }: { error: AppError; requestId: string }): Problem {
  return {
    ...error.details,
    type: 'about:blank',
    title: error.code.replaceAll('_', ' '),
    status: error.status,
    code: error.code,
    detail: error.message,
    requestId,
  };
}

function toAppError(error: FastifyError | AppError): AppError {
  if (error instanceof AppError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return fromValidation(error.validation);
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new AppError({
      code: 'payload_too_large',
      message: 'The request is too large. Send less at a time.',
    });
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new AppError({
      code: 'validation_failed',
      message: 'Send the request as JSON, with the header Content-Type: application/json.',
    });
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new AppError({ code: 'validation_failed', message: error.message });
  return internal({ cause: error });
}

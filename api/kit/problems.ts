import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Problem } from '../contract/problem.ts';
import { AppError, type FieldError } from './errors.ts';

/** Answers every error of a service as RFC 9457 problem+json; from 500 up without any internal detail. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const appError = toAppError(error);
    const log = { err: error, code: appError.code, reqId: request.id };
    if (appError.status >= 500) request.log.error(log, 'request failed');
    else request.log.info({ code: appError.code, reqId: request.id }, 'request refused');
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

function sendProblem({
  request,
  reply,
  error,
}: {
  request: FastifyRequest;
  reply: FastifyReply;
  error: AppError;
}): FastifyReply {
  const problem: Problem = {
    ...error.details,
    type: 'about:blank',
    title: error.code.replaceAll('_', ' '),
    status: error.status,
    code: error.code,
    detail: error.message,
    requestId: request.id,
  };
  return reply.code(error.status).type('application/problem+json').send(JSON.stringify(problem));
}

function toAppError(error: FastifyError | AppError): AppError {
  if (error instanceof AppError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return fromValidation(error.validation);
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new AppError({
      code: 'payload_too_large',
      message: 'The request is too large. Send less at once.',
    });
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new AppError({ code: 'validation_failed', message: error.message });
  return new AppError({
    code: 'internal',
    message: 'Something went wrong here. Try again; if it stays, tell your administrator the request id.',
    cause: error,
  });
}

function fromValidation(validation: { instancePath: string; message?: string }[]): AppError {
  const errors: FieldError[] = validation.map(({ instancePath, message }) => ({
    path: instancePath.slice(1).replaceAll('/', '.'),
    message: message ?? 'is not valid',
  }));
  const message = errors
    .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
    .join(' ');
  return new AppError({ code: 'validation_failed', message, details: { errors } });
}

import { AppError, internal, type Problem } from '@campus-desk/contract';
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

type SendProblemInput = { request: FastifyRequest; reply: FastifyReply; error: AppError };

function sendProblem({ request, reply, error }: SendProblemInput): FastifyReply {
  const problem: Problem = {
    ...error.details,
    type: 'about:blank',
    title: error.code.replaceAll('_', ' '),
    status: error.status,
    code: error.code,
    detail: error.message,
    requestId: request.id,
  };
  if (error.status === 503 || error.status === 429) reply.header('retry-after', '1');
  return reply.code(error.status).type('application/problem+json').send(JSON.stringify(problem));
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

import type { AppError } from '@campus-desk/contract';
import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import { jsonSchemaTransform, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { writeAnswers } from './answers.ts';
import { addSafeHeaders } from './headers.ts';
import { addHealth } from './health.ts';
import { createMetrics } from './metrics.ts';
import { addNamedSchemas, describeService } from './openapi.ts';
import { answerFrameworkError, answerProblems, answerUnreadable } from './problems.ts';
import { relievePressure } from './relieve-pressure.ts';
import { requestIdOf } from './request-id.ts';
import { requireLoopbackHost } from './require-loopback-host.ts';
import { requireTokens } from './token.ts';

export type Service = Awaited<ReturnType<typeof createService>>;

/** Largest request body, in bytes: 3,000 characters of text fit many times. */
const bodyLimit = 256 * 1024;

/** Longest address with its headers, in bytes: a search of 3,000 characters fits, with twelve bytes for each. */
const maxHeaderSize = 64 * 1024;

/** Longest that receiving a request may take, in milliseconds. */
const maxReceivingMs = 15_000;

/** Longest that a connection may be silent, in milliseconds; a long poll is for 25 seconds. */
const maxSilenceMs = 60_000;

/** What is counted where the caller did not wait for the answer; nginx has it so. */
const callerGone = 499;

type CreateServiceInput = {
  name: string;
  title: string;
  description: string;
  logger: Logger;
  isReady: () => Promise<void>;
  /** When set, every call but the health checks must carry it as bearer token. */
  token: string | undefined;
  /** What `/metrics` takes besides the token. */
  metricsTokens?: readonly string[];
  /** Whether pages elsewhere may show what this service draws. */
  areImagesPublic?: boolean;
  /** Without a token only callers on this machine are answered, unless this is true. */
  answersAnyHost?: boolean;
  /** What an error other than an `AppError` means to the caller; undefined makes it `internal`. */
  explainError?: (error: unknown) => AppError | undefined;
};

/**
 * What all our HTTP services share: zod schemas on every route, problem+json errors, `/healthz`, `/readyz`,
 * `/metrics`, OpenAPI 3.1 at `/openapi.json` and a page to browse it at `/docs`. Routes are added by the caller. Hooks call
 * back: a promise for each would be seven more turns in every request.
 */
export async function createService(input: CreateServiceInput) {
  const { name, title, description, logger, isReady, token, metricsTokens = [] } = input;
  const { answersAnyHost = false, explainError = () => undefined } = input;
  const loggerInstance: FastifyBaseLogger = logger.child({ service: name });
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    genReqId: requestIdOf,
    // One for each request would take longer than what it is for: the two lines that need its id name it.
    childLoggerFactory: own => own,
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerUnreadable,
    http: { maxHeaderSize },
    requestTimeout: maxReceivingMs,
    connectionTimeout: maxSilenceMs,
    // On close, idle keep-alive connections go at once and running requests are finished.
    forceCloseConnections: 'idle',
  }).withTypeProvider<ZodTypeProvider>();
  // What comes as plain text is refused like any other type that is not JSON.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(writeAnswers);
  answerProblems({ app, explainError });
  letGoOnClose(app);
  relievePressure(app);
  requireTokens({ app, token, metricsTokens });
  if (token === undefined && !answersAnyHost) requireLoopbackHost(app);
  addSafeHeaders({ app, areImagesPublic: input.areImagesPublic ?? false });

  const metrics = createMetrics({ service: name });
  const count = (request: FastifyRequest, reply: FastifyReply, status: number) =>
    metrics.countRequest({
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status,
      seconds: reply.elapsedTime / 1000,
    });
  app.addHook('onResponse', (request, reply, done) => {
    count(request, reply, reply.statusCode);
    done();
  });
  // Where the caller has gone nothing is a response.
  app.addHook('onRequest', (request, reply, done) => {
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) count(request, reply, callerGone);
    });
    done();
  });

  await app.register(fastifySwagger, {
    openapi: describeService({ title, description }),
    transform: jsonSchemaTransform,
    transformObject: addNamedSchemas,
  });
  await app.register(fastifySwaggerUi, { routePrefix: '/docs', staticCSP: true });
  addHealth({ app, isReady, metrics });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  return Object.assign(app, { metrics });
}

/** Requests that were running when closing began also end their connection: kept alive, it would delay the end. */
function letGoOnClose(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isClosing) reply.header('connection', 'close');
    done();
  });
}

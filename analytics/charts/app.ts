import { AppError, notFound, type Problem } from '@campus-desk/contract';
import { createService, type Logger, type Service } from '@campus-desk/service-kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { firstChart } from './first-chart.ts';
import { packChart, unpackChart } from './packed-chart.ts';
import { createRenderer } from './renderer.ts';
import { type ChartRequest, chartRequestSchema } from './request.ts';

const contentTypes = { png: 'image/png', svg: 'image/svg+xml' };
const createdSchema = z.object({ success: z.literal(true), url: z.url() });
const healthSchema = z.object({ success: z.literal(true) });
const idSchema = z.object({ '*': z.string() });

/** Longest chart that stands in its address: with all its headers a request has 16 KB. */
const maxPackedLength = 12_000;

type CreateChartsInput = {
  logger: Logger;
  /** Longest for one chart, and longest that a thread is kept without work, in milliseconds. */
  timeoutMs?: number;
  idleMs?: number;
  answersAnyHost?: boolean;
  metricsTokens?: readonly string[];
};

/** Our own chart server: it has QuickChart's HTTP interface, draws with Chart.js 4, and keeps every figure on campus. */
export async function createCharts(input: CreateChartsInput): Promise<Service> {
  const { logger, timeoutMs, idleMs, ...more } = input;
  const app = await createService({
    name: 'charts',
    title: 'Campus Desk charts',
    description:
      'Draws Chart.js 4 configurations as images, compatible with QuickChart. JSON only: runs no code. docs/charts.md lists what it draws.',
    logger,
    isReady: async () => {},
    token: undefined,
    areImagesPublic: true,
    ...more,
  });
  const renderer = createRenderer({ logger, timeoutMs, idleMs });
  app.metrics.gauge({
    name: 'campus_desk_drawing_threads',
    help: 'Threads that draw charts or wait for one.',
    read: async () => renderer.countThreads(),
  });
  app.addHook('onListen', () => {
    // In the background: nobody waits for it, and whoever asks first finds a thread that is ready.
    renderer.render(firstChart).catch(err => logger.warn({ err }, 'the first chart could not be drawn'));
  });
  app.addHook('onClose', () => renderer.stop());
  // QuickChart's clients look for the reason in this header.
  app.addHook('onSend', (_request, reply, payload, done) => {
    const isProblem = String(reply.getHeader('content-type')).startsWith('application/problem+json');
    if (isProblem && typeof payload === 'string')
      reply.header('x-quickchart-error', inAscii((JSON.parse(payload) as Problem).detail));
    done();
  });

  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: string) => Object.fromEntries(new URLSearchParams(body)),
  );

  const sendImage = async ({ request, reply }: { request: ChartRequest; reply: FastifyReply }) => {
    const image = await renderer.render(request);
    return reply
      .type(contentTypes[request.format])
      .header('cache-control', 'public, max-age=604800')
      .send(image);
  };

  app.get('/chart', { schema: { querystring: chartRequestSchema } }, (request, reply) =>
    sendImage({ request: request.query, reply }),
  );
  app.post('/chart', { schema: { body: chartRequestSchema } }, (request, reply) =>
    sendImage({ request: request.body, reply }),
  );
  app.post(
    '/chart/create',
    { schema: { body: chartRequestSchema, response: { 200: createdSchema } } },
    async ({ body, protocol, host }) => {
      const packed = packChart(body);
      if (packed.length > maxPackedLength) throw tooLongForAddress();
      return { success: true as const, url: `${protocol}://${host}/chart/render/${packed}` };
    },
  );
  // A parameter could not be as long as what follows here.
  app.get('/chart/render/*', { schema: { params: idSchema } }, (request, reply) => {
    const chart = unpackChart(request.params['*']);
    if (chart === undefined) throw notFound('There is no such chart. Create it again.');
    return sendImage({ request: chart, reply });
  });
  app.get('/healthcheck', { schema: { response: { 200: healthSchema } } }, async () => ({
    success: true as const,
  }));
  return app;
}

function tooLongForAddress(): AppError {
  return new AppError({
    code: 'validation_failed',
    message: 'The chart is too long for an address. Ask for its picture with POST /chart instead.',
  });
}

/** What a header can carry. */
function inAscii(sentence: string): string {
  return sentence.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 500);
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from '@campus-desk/service-kit';

type Answer = { status: number; type: string; body: string };

/** The bot's `/healthz`, `/readyz` (503 while something it needs is missing) and `/metrics`, by path. */
export function healthAnswers({
  isReady,
  metrics,
}: {
  isReady: () => Promise<boolean>;
  metrics: Metrics;
}): Record<string, () => Promise<Answer>> {
  return {
    '/healthz': async () => json({ status: 200, body: { status: 'ok' } }),
    '/readyz': async () =>
      (await isReady())
        ? json({ status: 200, body: { status: 'ok' } })
        : json({ status: 503, body: { status: 'not ready' } }),
    '/metrics': async () => ({ status: 200, type: metrics.contentType, body: await metrics.text() }),
  };
}

/** Answers one request, whatever happens. */
export async function sendAnswer({
  answer,
  response,
}: {
  answer: () => Promise<Answer>;
  response: ServerResponse;
}): Promise<void> {
  const { status, type, body } = await answer().catch(() =>
    json({ status: 500, body: { status: 'internal error' } }),
  );
  response.writeHead(status, { 'content-type': type }).end(body);
}

/** The routes as Bolt's HTTP receiver takes them. */
export function healthRoutes(answers: ReturnType<typeof healthAnswers>) {
  return Object.entries(answers).map(([path, answer]) => ({
    path,
    method: ['GET', 'HEAD'],
    handler: (_request: IncomingMessage, response: ServerResponse) => {
      void sendAnswer({ answer, response });
    },
  }));
}

function json({ status, body }: { status: number; body: unknown }): Answer {
  return { status, type: 'application/json', body: JSON.stringify(body) };
}

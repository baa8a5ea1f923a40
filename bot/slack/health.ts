import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from '@campus-desk/service-kit';

type Answer = { status: number; type: string; body: string };

type HealthAnswersInput = { isReady: () => Promise<boolean>; metrics: Metrics };

/** The bot's `/healthz`, `/readyz` (503 while something it needs is missing) and `/metrics`, by path. */
export function healthAnswers(input: HealthAnswersInput): Record<string, () => Promise<Answer>> {
  const { isReady, metrics } = input;
  return {
    '/healthz': async () => json({ status: 200, body: { status: 'ok' } }),
    '/readyz': async () =>
      (await isReady())
        ? json({ status: 200, body: { status: 'ok' } })
        : json({ status: 503, body: { status: 'not ready' } }),
    '/metrics': async () => ({ status: 200, type: metrics.contentType, body: await metrics.text() }),
  };
}

type SendAnswerInput = { answer: () => Promise<Answer>; response: ServerResponse };

/** Answers one request, whatever happens. */
export async function sendAnswer({ answer, response }: SendAnswerInput): Promise<void> {
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

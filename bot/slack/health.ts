import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from '@campus-desk/service-kit';
import type { MayAskHealth } from './may-ask-health.ts';

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

type AnswerHealthInput = {
  answers: ReturnType<typeof healthAnswers>;
  mayAsk: MayAskHealth;
  request: IncomingMessage;
  response: ServerResponse;
};

/** Answers one request for the health of the bot, whatever happens; 403 to those whom it does not concern. */
export async function answerHealth(input: AnswerHealthInput): Promise<void> {
  const { answers, mayAsk, request, response } = input;
  const { pathname: path } = new URL(request.url ?? '/', 'http://localhost');
  const answer = request.method === 'GET' || request.method === 'HEAD' ? answers[path] : undefined;
  if (answer === undefined) return void response.writeHead(404).end();
  const { status, type, body } = mayAsk({ path, request })
    ? await answer().catch(() => json({ status: 500, body: { status: 'internal error' } }))
    : json({ status: 403, body: { status: 'answered on this machine, or with METRICS_TOKEN' } });
  response.writeHead(status, { 'content-type': type }).end(body);
}

function json({ status, body }: { status: number; body: unknown }): Answer {
  return { status, type: 'application/json', body: JSON.stringify(body) };
}

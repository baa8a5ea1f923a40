import type { FastifyInstance } from 'fastify';
import { isObject } from '../block-kit/elements-of.ts';
import type { Slack } from '../slack.ts';
import { SlackFailure } from '../web-api/slack-failure.ts';
import { answerOrigin } from './answer-origin.ts';

type Outcome = { status: number; error: string };

/** Where apps post later answers to a command or click. */
export function responseUrlRoute({ slack }: { slack: Slack }) {
  return async (app: FastifyInstance) => {
    app.post<{ Params: { token: string } }>('/response/:token', async (request, reply) => {
      const startedAt = performance.now();
      const answer = isObject(request.body) ? request.body : undefined;
      const outcome = use({ slack, token: request.params.token, answer });
      const response = outcome.error === '' ? { ok: true } : { ok: false, error: outcome.error };
      slack.traffic.add({
        direction: 'from_app',
        what: 'response_url',
        status: outcome.error === '' ? 'ok' : 'refused',
        reason: outcome.error,
        durationMs: Math.round(performance.now() - startedAt),
        request: answer ?? {},
        response,
      });
      // Real Slack answers the bare word `ok`.
      return outcome.error === ''
        ? reply.type('text/plain').send('ok')
        : reply.code(outcome.status).send(response);
    });
  };
}

function use(input: { slack: Slack; token: string; answer?: Record<string, unknown> }): Outcome {
  const { slack, token, answer } = input;
  if (answer === undefined) return { status: 400, error: 'invalid_payload' };
  const origin = slack.responseUrls.use(token);
  if ('error' in origin) return { status: 404, error: origin.error };
  try {
    answerOrigin({ slack, origin, answer });
    return { status: 200, error: '' };
  } catch (error) {
    if (error instanceof SlackFailure) return { status: 400, error: error.message };
    throw error;
  }
}

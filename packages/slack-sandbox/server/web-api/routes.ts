import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SlackJson } from '../../protocol.ts';
import { isObject } from '../block-kit/elements-of.ts';
import type { Slack } from '../slack.ts';
import { answerCall, type WebApiAnswer } from './answer-call.ts';
import { methods } from './methods/index.ts';
import { readArguments } from './read-arguments.ts';
import { SlackFailure } from './slack-failure.ts';

/** The Web API under `/api/`. */
export function webApiRoutes({ slack }: { slack: Slack }) {
  const known = new Map(methods.map(method => [method.name, method]));

  return async (app: FastifyInstance) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

    app.route<{ Params: { method: string } }>({
      method: ['GET', 'POST'],
      url: '/api/:method',
      async handler(request, reply) {
        const startedAt = performance.now();
        const { method } = request.params;
        const args = await argumentsOf(request);
        const answer =
          args instanceof SlackFailure
            ? refusedBody(args)
            : await answerCall({
                slack,
                methods: known,
                call: { method, args, authorization: request.headers.authorization },
              });
        const durationMs = Math.round(performance.now() - startedAt);
        log({ slack, what: method, args: args instanceof SlackFailure ? {} : args, answer, durationMs });
        return send({ reply, answer });
      },
    });
  };
}

async function argumentsOf(request: FastifyRequest): Promise<SlackJson | SlackFailure> {
  const query = isObject(request.query) ? request.query : {};
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  try {
    return await readArguments({ query, body, contentType: request.headers['content-type'] ?? '' });
  } catch (error) {
    if (error instanceof SlackFailure) return error;
    return new SlackFailure('invalid_form_data');
  }
}

function refusedBody(failure: SlackFailure): WebApiAnswer {
  return { status: 200, body: { ok: false, error: failure.message }, headers: {}, fate: 'sent' };
}

function send({ reply, answer }: { reply: FastifyReply; answer: WebApiAnswer }): FastifyReply {
  if (answer.fate === 'sent') return reply.code(answer.status).headers(answer.headers).send(answer.body);
  reply.hijack();
  if (answer.fate === 'lost') reply.raw.destroy();
  return reply;
}

type LogInput = {
  slack: Slack;
  what: string;
  args: SlackJson;
  answer: WebApiAnswer;
  durationMs: number;
};

function log(input: LogInput): void {
  const { slack, what, args, answer, durationMs } = input;
  slack.traffic.add({
    direction: 'from_app',
    what,
    status: statusOf(answer),
    reason: reasonOf(answer),
    durationMs,
    ...notifiedBy({ slack, answer }),
    request: readable(args),
    response: answer.body,
  });
}

type NotifiedByInput = { slack: Slack; answer: WebApiAnswer };

/** Whom Slack notified of the message that a call made. */
function notifiedBy({ slack, answer: { body } }: NotifiedByInput): { notified?: string[] } {
  if (typeof body.channel !== 'string' || typeof body.ts !== 'string') return {};
  const notified = slack.workspace.messagesIn(body.channel).get(body.ts)?.notified;
  return notified === undefined ? {} : { notified };
}

function statusOf({ fate, status, body }: WebApiAnswer): 'ok' | 'refused' | 'failed' {
  if (fate !== 'sent' || status >= 500) return 'failed';
  return body.ok === true ? 'ok' : 'refused';
}

function reasonOf({ fate, body }: WebApiAnswer): string {
  if (fate !== 'sent') return 'done, but the answer was lost on purpose';
  const metadata = isObject(body.response_metadata) ? body.response_metadata : {};
  const messages = Array.isArray(metadata.messages) ? metadata.messages : [];
  return [body.error, ...messages].filter(part => typeof part === 'string').join('; ');
}

/** Nested arguments as JSON rather than as text, so that the inspector shows them well. */
function readable(args: SlackJson): SlackJson {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (typeof value !== 'string' || !/^[{[]/.test(value)) return [name, value];
      try {
        return [name, JSON.parse(value)];
      } catch {
        return [name, value];
      }
    }),
  );
}

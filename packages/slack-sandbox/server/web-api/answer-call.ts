import { setTimeout as wait } from 'node:timers/promises';
import type { MethodTrouble, SlackJson } from '../../protocol.ts';
import type { Slack } from '../slack.ts';
import { authorize } from './authorize.ts';
import type { Method } from './method.ts';
import { SlackFailure } from './slack-failure.ts';

type WebApiCall = { method: string; args: SlackJson; authorization?: string };

/** What goes back over HTTP; `fate` says when the answer must not arrive. */
export type WebApiAnswer = {
  status: number;
  body: SlackJson;
  headers: Record<string, string>;
  fate: 'sent' | 'lost' | 'hangs';
};

/** Slower than anybody waits for a name. */
const standardSlownessMs = 2000;

type AnswerCallInput = {
  slack: Slack;
  methods: ReadonlyMap<string, Method>;
  call: WebApiCall;
};

/** Answers one Web API call: token, scopes, trouble, rate limit, then the method itself. */
export async function answerCall(input: AnswerCallInput): Promise<WebApiAnswer> {
  const { slack, methods, call } = input;
  const method = methods.get(call.method);
  if (method === undefined) return refused(unknownMethod(call.method));
  try {
    authorize({ slack, method, header: call.authorization, args: call.args });
    const trouble = slack.trouble.take(method.name);
    const spoiled = trouble && withoutDoing(trouble);
    if (spoiled !== undefined) return spoiled;
    const waitSeconds = slack.limits.hit({ method: method.name, limit: method.limit, args: call.args });
    if (waitSeconds !== undefined) return rateLimited(waitSeconds);
    const result = await method.call({ args: call.args, slack });
    if (trouble?.kind === 'slow')
      await wait(trouble.afterMs ?? standardSlownessMs, undefined, { ref: false });
    const headers = { 'x-oauth-scopes': slack.manifest.scopes.join(',') };
    return { status: 200, body: { ok: true, ...result }, headers, fate: fateOf(trouble) };
  } catch (error) {
    if (error instanceof SlackFailure) return refused(error);
    throw error;
  }
}

/** Slack's own word, and that it is the sandbox that lacks the method. */
function unknownMethod(method: string): SlackFailure {
  const messages = [`[ERROR] the sandbox has no ${method}: its README says what it lacks`];
  return new SlackFailure('unknown_method', { req_method: method, response_metadata: { messages } });
}

function refused(failure: SlackFailure): WebApiAnswer {
  return {
    status: 200,
    body: { ok: false, error: failure.message, ...failure.details },
    headers: {},
    fate: 'sent',
  };
}

function rateLimited(seconds: number): WebApiAnswer {
  const headers = { 'retry-after': String(seconds) };
  return { status: 429, body: { ok: false, error: 'ratelimited' }, headers, fate: 'sent' };
}

function withoutDoing({ kind, retryAfterSeconds, error }: MethodTrouble): WebApiAnswer | undefined {
  if (kind === 'rate_limited') return rateLimited(retryAfterSeconds ?? 1);
  if (kind === 'error') return refused(new SlackFailure(error ?? 'internal_error'));
  if (kind !== 'server_error') return undefined;
  return { status: 500, body: { ok: false, error: 'internal_error' }, headers: {}, fate: 'sent' };
}

function fateOf(trouble: MethodTrouble | undefined): WebApiAnswer['fate'] {
  if (trouble?.kind === 'answer_lost') return 'lost';
  return trouble?.kind === 'answer_hangs' ? 'hangs' : 'sent';
}

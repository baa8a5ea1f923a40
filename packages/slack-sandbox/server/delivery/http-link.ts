import type { SlackJson } from '../../protocol.ts';
import type { AppLink, Delivered, Delivery } from './delivery.ts';
import { signatureHeaders } from './signature.ts';

type CreateHttpLinkInput = {
  appUrl: () => string | undefined;
  signingSecret: string;
  clock: () => Date;
  stopped: AbortSignal;
};

/**
 * Sends signed requests as Slack does: events as JSON, commands and interactions as a bare form.
 * `appUrl` is used instead of every address in the manifest.
 */
export function createHttpLink(input: CreateHttpLinkInput): AppLink {
  return async delivery => {
    const url = input.appUrl() ?? delivery.url;
    if (url === undefined) return { ok: false, reason: 'no_url' };
    const { body, contentType } = encode(delivery);
    const signature = signatureHeaders({ body, signingSecret: input.signingSecret, now: input.clock() });
    const headers = {
      ...signature,
      ...retryHeaders(delivery),
      'content-type': contentType,
      'user-agent': agent,
    };
    try {
      const signal = input.stopped;
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
      return await readAnswer(response);
    } catch {
      return { ok: false, reason: 'connection_failed' };
    }
  };
}

const agent = 'Slackbot 1.0 (+https://api.slack.com/robots)';

function encode({ kind, payload }: Delivery): { body: string; contentType: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' };
  const fields = kind === 'slash_commands' ? textFields(payload) : { payload: asciiJson(payload) };
  const body = new URLSearchParams(fields).toString();
  return { body, contentType: 'application/x-www-form-urlencoded' };
}

function textFields(payload: SlackJson): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
}

/** Interaction payloads arrive with every character beyond ASCII as a JSON escape. */
function asciiJson(value: SlackJson): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, character => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function retryHeaders({ retry }: Delivery): Record<string, string> {
  if (retry === undefined) return {};
  return { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason };
}

async function readAnswer(response: Response): Promise<Delivered> {
  const text = await response.text();
  const { status } = response;
  if (status >= 300 && status < 400) return { ok: false, reason: 'too_many_redirects', status };
  if (!response.ok) {
    return {
      ok: false,
      reason: 'http_error',
      status,
      isFinal: response.headers.get('x-slack-no-retry') === '1',
    };
  }
  return { ok: true, status, body: readBody(text) };
}

/** JSON where it is JSON, else the text itself. */
function readBody(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return text.trim() === '' ? '' : text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

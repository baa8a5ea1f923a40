import type { SlackJson } from '../../protocol.ts';
import { isObject } from '../block-kit/elements-of.ts';
import { SlackFailure } from './slack-failure.ts';

type ReadArgumentsInput = {
  query: SlackJson;
  body: Buffer;
  contentType: string;
};

/** The arguments of a call: query, form, multipart form or JSON body, whichever the app chose. */
export async function readArguments(input: ReadArgumentsInput): Promise<SlackJson> {
  const { query, body, contentType } = input;
  if (body.length === 0) return query;
  if (contentType.startsWith('application/json')) return { ...query, ...readJson(body) };
  if (contentType.startsWith('multipart/form-data'))
    return { ...query, ...(await readMultipart(body, contentType)) };
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return { ...query, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) };
  }
  throw new SlackFailure('invalid_post_type');
}

function readJson(body: Buffer): SlackJson {
  try {
    const json: unknown = JSON.parse(body.toString('utf8'));
    if (isObject(json)) return json;
  } catch {
    throw new SlackFailure('invalid_json');
  }
  throw new SlackFailure('json_not_object');
}

async function readMultipart(body: Buffer, contentType: string): Promise<SlackJson> {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData();
  return Object.fromEntries(form);
}

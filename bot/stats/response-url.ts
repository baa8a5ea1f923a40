import { judgeResponse } from '../slack/response-answer.ts';
import type { StatsMessage } from '../ui/stats-message.ts';
import type { Post } from './post-answer.ts';

/** Posting takes longer with pictures in it. */
const timeoutMs = 4000;

/** Posts through a `response_url`: into the channel it came from, also where the bot is no member. */
export function postTo(responseUrl: string): Post {
  return message =>
    send({ responseUrl, message: { response_type: 'in_channel', replace_original: false, ...message } });
}

/** Says something through a `response_url` to the person alone. */
export function ephemeralTo(responseUrl: string): Post {
  return message =>
    send({ responseUrl, message: { response_type: 'ephemeral', replace_original: false, ...message } });
}

type SendInput = {
  responseUrl: string;
  message: StatsMessage & { response_type: string; replace_original: boolean };
};

async function send({ responseUrl, message }: SendInput): Promise<void> {
  const response = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    signal: AbortSignal.timeout(timeoutMs),
  });
  await judgeResponse(response);
}

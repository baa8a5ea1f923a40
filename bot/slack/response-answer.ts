import { SlackRefusal } from './errors.ts';

type Answer = Pick<Response, 'ok' | 'status' | 'text'>;

/** Throws when a `response_url` did not take what was sent to it; Slack may say so with status 200, in the body. */
export async function judgeResponse(response: Answer): Promise<void> {
  const body = await response.text();
  if (response.ok && !/"ok"\s*:\s*false/.test(body)) return;
  const reason = `${response.status} ${body}`.slice(0, 500);
  if (response.status < 500) throw new SlackRefusal({ reason, isGone: false });
  throw new Error(`Slack did not take the answer: ${reason}`);
}

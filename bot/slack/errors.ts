import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';

export type Verdict =
  /** HTTP 429: not executed; wait that long before the same method. */
  | { kind: 'rate-limited'; retryAfterMs: number | undefined }
  /** Not executed, and trying again later is right. */
  | { kind: 'unavailable'; reason: string }
  /** Perhaps executed, perhaps not: look before doing it again. */
  | { kind: 'unclear'; reason: string }
  /** The app may not call Slack at all until the operator fixes it. */
  | { kind: 'locked-out'; reason: string }
  /** The message or thread is not there any more. */
  | { kind: 'gone'; reason: string }
  /** Trying again would be refused again. */
  | { kind: 'refused'; reason: string };

type SlackRefusalInput = { reason: string; isGone: boolean; channel?: string | undefined; cause?: unknown };

/**
 * A call Slack will not do: `isGone` when its message or thread is not there any more, `channel` where it was about one.
 */
export class SlackRefusal extends Error {
  readonly reason: string;
  readonly isGone: boolean;
  readonly channel: string | undefined;

  constructor({ reason, isGone, channel, cause }: SlackRefusalInput) {
    super(`Slack refused: ${reason}`, { cause });
    this.name = 'SlackRefusal';
    this.reason = reason;
    this.isGone = isGone;
    this.channel = channel;
  }
}

const verdicts: Record<string, 'unavailable' | 'unclear' | 'locked-out' | 'gone'> = {
  ratelimited: 'unavailable',
  rate_limited: 'unavailable',
  service_unavailable: 'unavailable',
  request_timeout: 'unavailable',
  team_added_to_org: 'unavailable',
  message_limit_exceeded: 'unavailable',
  fetch_members_failed: 'unavailable',
  internal_error: 'unclear',
  fatal_error: 'unclear',
  invalid_auth: 'locked-out',
  not_authed: 'locked-out',
  account_inactive: 'locked-out',
  token_revoked: 'locked-out',
  token_expired: 'locked-out',
  org_login_required: 'locked-out',
  accesslimited: 'locked-out',
  access_denied: 'locked-out',
  two_factor_setup_required: 'locked-out',
  ekm_access_denied: 'locked-out',
  enterprise_is_restricted: 'locked-out',
  team_access_not_granted: 'locked-out',
  message_not_found: 'gone',
  thread_not_found: 'gone',
  cannot_reply_to_message: 'gone',
};

/** There still, but not ours to change: another app wrote it, or the workspace ended its time for edits. */
const frozen = new Set(['cant_update_message', 'edit_window_closed']);

/** Whether a message that is still there can never be changed by us again. */
export function isFrozen(reason: string): boolean {
  return frozen.has(causeOf(reason));
}

/** Refusals that are about the message: sending it again would be refused again. */
const aboutTheMessage = new Set([
  ...frozen,
  'block_mismatch',
  'as_user_not_supported',
  'invalid_arg_name',
  'invalid_arguments',
  'invalid_attachments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'too_many_attachments',
]);

/** The name of the error in a reason, without Slack's details. */
export function causeOf(reason: string): string {
  return reason.split(':')[0] ?? reason;
}

/** Whether somebody can put right what Slack refused: a channel, a scope, a person, but not the message itself. */
export function canBePutRight(reason: string): boolean {
  return !aboutTheMessage.has(causeOf(reason));
}

/** What a failed call of the Web API means for us. */
export function judge(error: unknown): Verdict {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'rate-limited', retryAfterMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIPlatformError) return judgePlatformError(error);
  if (error instanceof WebAPIHTTPError) return { kind: 'unclear', reason: `http_${error.statusCode}` };
  // The SDK has no class and no code for a 429 without a usable Retry-After.
  if (error instanceof Error && error.message.includes('Retry header'))
    return { kind: 'rate-limited', retryAfterMs: undefined };
  return { kind: 'unclear', reason: 'no_answer' };
}

/** Whether a failed call was one that Slack refuses for what was asked: the message is gone, or not for us. */
export function isRefused(error: unknown): boolean {
  return ['gone', 'refused'].includes(judge(error).kind);
}

function judgePlatformError({ data }: WebAPIPlatformError): Verdict {
  const reason = data.error;
  // A page of HTML instead of JSON: something between us and Slack answered.
  if (!/^[a-z0-9_]+$/.test(reason)) return { kind: 'unclear', reason: 'no_json' };
  const details = data.response_metadata?.messages?.join(' ');
  const kind = verdicts[reason] ?? 'refused';
  return { kind, reason: details === undefined ? reason : `${reason}: ${details}`.slice(0, 500) };
}

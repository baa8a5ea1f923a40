import { newSecret } from '../ids.ts';

export type ResponseUrls = {
  /** A new `response_url` for what this person just did. */
  issue(origin: ResponseOrigin): string;
  /** Uses the address once more: where the answer goes, or the name of Slack's error. */
  use(token: string): ResponseOrigin | { error: 'invalid_url' | 'expired_url' | 'used_url' };
};

/** Where the person was; `message` is the one they acted on, if any. */
export type ResponseOrigin = {
  userId: string;
  channel: string;
  message?: { ts: string; threadTs?: string };
};

const lifeMs = 30 * 60 * 1000;
const maxUses = 5;

/** Each `response_url` works five times within 30 minutes. */
export function createResponseUrls(input: { clock: () => Date; baseUrl: () => string }): ResponseUrls {
  const issued = new Map<string, { origin: ResponseOrigin; at: number; uses: number }>();
  const now = () => input.clock().getTime();
  return {
    issue(origin) {
      for (const [token, { at }] of issued) if (now() - at > 2 * lifeMs) issued.delete(token);
      const token = newSecret(16);
      issued.set(token, { origin, at: now(), uses: 0 });
      return `${input.baseUrl()}/response/${token}`;
    },
    use(token) {
      const known = issued.get(token);
      if (known === undefined) return { error: 'invalid_url' };
      if (now() - known.at > lifeMs) return { error: 'expired_url' };
      if (known.uses >= maxUses) return { error: 'used_url' };
      known.uses += 1;
      return known.origin;
    },
  };
}

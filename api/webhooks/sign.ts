import { createHmac } from 'node:crypto';

type SignInput = { secret: string; id: string; seconds: number; body: string };

/**
 * The headers of a webhook as https://www.standardwebhooks.com has them, so that its libraries verify it: an id, the
 * time in seconds, and HMAC SHA-256 of both and the body under the secret, which is `whsec_` and the key in base64.
 */
export function signedHeaders({ secret, id, seconds, body }: SignInput): Record<string, string> {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  };
}

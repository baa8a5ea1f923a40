import { createHmac } from 'node:crypto';

type SignedHeadersInput = { signingSecret: string; body: string };

/** The headers with which Slack sends a body: its signature, and whether it is JSON or a form. */
export function signedHeaders({ signingSecret, body }: SignedHeadersInput) {
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': `${timestamp}`,
    'x-slack-signature': `v0=${signature}`,
  };
}

import { createHmac } from 'node:crypto';

/** The `v0` signature headers of a request body. */
export function signatureHeaders(input: { body: string; signingSecret: string; now: Date }) {
  const timestamp = String(Math.floor(input.now.getTime() / 1000));
  const base = `v0:${timestamp}:${input.body}`;
  const digest = createHmac('sha256', input.signingSecret).update(base).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}

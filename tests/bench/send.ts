import { signedHeaders } from './signed-headers.ts';

/** Where Slack sends to, and what it signs with. */
export type Receiver = { url: string; signingSecret: string };

/** Sends something as Slack does; resolves when it is acknowledged, and throws when it is not. */
export async function send({ url, signingSecret }: Receiver, body: string): Promise<void> {
  const headers = signedHeaders({ signingSecret, body });
  const response = await fetch(url, { method: 'POST', headers, body });
  const answer = await response.text();
  if (!response.ok) throw new Error(`What the bench sent was answered with ${response.status}: ${answer}`);
}

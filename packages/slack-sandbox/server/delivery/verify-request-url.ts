import { newSecret } from '../ids.ts';
import type { Slack } from '../slack.ts';
import { signatureHeaders } from './signature.ts';

type VerifyRequestUrlInput = { slack: Slack; appUrl?: string };

/** Whether the app answers `url_verification` with the challenge. */
export async function verifyRequestUrl({ slack, appUrl }: VerifyRequestUrlInput): Promise<boolean> {
  const url = appUrl ?? slack.manifest.eventsUrl;
  if (url === undefined) return false;
  const { signingSecret, verificationToken } = slack.installation;
  const challenge = newSecret(20);
  const body = JSON.stringify({ token: verificationToken, challenge, type: 'url_verification' });
  const headers = {
    ...signatureHeaders({ body, signingSecret, now: slack.clock() }),
    'content-type': 'application/json',
  };
  try {
    const response = await fetch(url, { method: 'POST', headers, body });
    return response.ok && (await response.text()).includes(challenge);
  } catch {
    return false;
  }
}

import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { foreignChannel } from '../load/small-slack.ts';

const longestMs = 30_000;

type AskForStatisticsInput = { url: string; signingSecret: string };

/** Types `/stats backlog 7d` as Slack sends it; resolves to the milliseconds until its words and picture are posted. */
export async function askForStatistics({ url, signingSecret }: AskForStatisticsInput): Promise<number> {
  let begun = 0;
  let seen: (ms: number) => void = () => {};
  const answered = new Promise<number>((resolve, reject) => {
    seen = resolve;
    setTimeout(() => reject(new Error('The statistics came without a picture.')), longestMs).unref();
  });
  const inbox = createServer(async (request, response) => {
    const posted = await text(request);
    response.end('ok');
    if (posted.includes('"type":"image"')) seen(performance.now() - begun);
  });
  await new Promise<void>(resolve => inbox.listen(0, '127.0.0.1', resolve));
  try {
    const body = new URLSearchParams({
      command: '/stats',
      text: 'backlog 7d',
      user_id: 'UBENCH',
      user_name: 'ben',
      team_id: 'T01',
      channel_id: foreignChannel,
      api_app_id: 'A01',
      trigger_id: '1.1.x',
      response_url: `http://127.0.0.1:${(inbox.address() as AddressInfo).port}/`,
    }).toString();
    const timestamp = Math.floor(Date.now() / 1000);
    const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    begun = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': `${timestamp}`,
        'x-slack-signature': `v0=${signature}`,
      },
      body,
    });
    if (!response.ok) throw new Error(`The bot answered ${response.status}.`);
    return await answered;
  } finally {
    inbox.closeAllConnections();
    inbox.close();
  }
}

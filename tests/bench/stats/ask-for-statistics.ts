import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { foreignChannel } from '../load/small-slack.ts';
import { type Receiver, send } from '../send.ts';

const longestMs = 30_000;

/** Types `/stats backlog 7d` as Slack sends it; resolves to the milliseconds until its words and picture are posted. */
export async function askForStatistics({ url, signingSecret }: Receiver): Promise<number> {
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
    begun = performance.now();
    await send({ url, signingSecret }, body);
    return await answered;
  } finally {
    inbox.closeAllConnections();
    inbox.close();
  }
}

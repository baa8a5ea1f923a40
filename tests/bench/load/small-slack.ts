import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** As much of Slack's Web API as the bot needs, at once and without a trace: what is measured is not Slack. */
export type SmallSlack = { url: string; stop: () => Promise<void> };

/** Where the bot is no member: what is asked there is answered over the address of the command. */
export const foreignChannel = 'C02GENERAL';

/** Called with every call that was answered. */
type OnCall = (call: { method: string; given: URLSearchParams }) => void;

/** Answers every method; posts get places of their own, and everybody has a conversation with the bot. */
export async function startSmallSlack({ onCall }: { onCall?: OnCall } = {}): Promise<SmallSlack> {
  let posts = 0;
  let url = '';
  const answers: Record<string, (given: URLSearchParams) => object> = {
    'auth.test': () => ({ user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T01', app_id: 'A01' }),
    'chat.postMessage': given => {
      if (given.get('channel') === foreignChannel) return { ok: false, error: 'not_in_channel' };
      posts += 1;
      const ts = `${1_700_000_000 + posts}.000100`;
      const thread = given.get('thread_ts');
      return { channel: given.get('channel'), ts, message: { ts, ...(thread && { thread_ts: thread }) } };
    },
    'conversations.open': given => ({ channel: { id: `D${given.get('users')}` } }),
    'conversations.replies': () => ({ messages: [] }),
    'conversations.history': () => ({ messages: [] }),
    'users.info': given => ({ user: { id: given.get('user'), profile: { display_name: 'Ada' } } }),
    'chat.getPermalink': () => ({ permalink: 'https://campus.example/archives/C1/p1' }),
    // What is uploaded goes to an address of this server, which takes everything.
    'files.getUploadURLExternal': () => ({ upload_url: `${url}upload`, file_id: 'FBENCH' }),
    'files.completeUploadExternal': () => ({ files: [{ id: 'FBENCH' }] }),
    'files.info': () => ({ file: { id: 'FBENCH', mimetype: 'image/png', original_w: 1040 } }),
    'views.open': () => ({ view: { id: 'V1', hash: '1' } }),
    'views.update': () => ({ view: { id: 'V1', hash: '2' } }),
  };
  const server = createServer(async (request, response) => {
    const method = request.url?.split('/').at(-1) ?? '';
    const given = new URLSearchParams(await text(request));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, ...answers[method]?.(given) }));
    onCall?.({ method, given });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  return {
    url,
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

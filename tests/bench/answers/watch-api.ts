import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call of the API, from its first byte to the last of its answer; times of `performance.now()`. */
export type ApiCall = { method: string; path: string; from: number; to: number };

/** A way to the API; `url` is what the bot calls in its place. */
export type WatchedApi = { url: string; stop: () => Promise<void> };

type WatchApiInput = { apiPort: number; onCall: (call: ApiCall) => void };

/** Opens a way to an API, which need not be there yet, that tells of every call when it is answered. */
export async function watchApi({ apiPort, onCall }: WatchApiInput): Promise<WatchedApi> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((incoming, answer) => {
    const { method = '', url: path = '', headers } = incoming;
    const from = performance.now();
    const passed = request({ host: '127.0.0.1', port: apiPort, agent, method, path, headers }, response => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
      response.once('end', () => onCall({ method, path, from, to: performance.now() }));
    });
    passed.once('error', () => answer.destroy());
    answer.once('close', () => passed.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise(resolve => {
        agent.destroy();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

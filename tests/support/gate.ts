import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between the bot and the API, and can be shut: then the API is not reached. */
export type Gate = {
  url: string;
  /** Refuses every call, as if the API were down. */
  shut: () => void;
  /** Keeps every call waiting until the gate is opened again, or those of one kind, such as `GET /v1/tickets/12/events`. */
  hold: (call?: string) => void;
  open: () => void;
  /** How many calls of this kind came through, such as `POST /v1/tickets`. */
  count: (call: string) => number;
  stop: () => Promise<void>;
};

export async function startGate(target: string): Promise<Gate> {
  let state: 'open' | 'shut' | 'held' = 'open';
  let held: string | undefined;
  let waiting: (() => void)[] = [];
  const seen: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const call = `${incoming.method} ${incoming.url?.split('?')[0]}`;
    const pass = () => {
      seen.push(call);
      const onward = request(new URL(incoming.url ?? '/', target), {
        method: incoming.method,
        headers: incoming.headers,
      });
      onward.on('response', (answer: IncomingMessage) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.destroy());
      incoming.pipe(onward);
    };
    if (state === 'shut') incoming.socket.destroy();
    else if (state === 'held' && (held ?? call) === call) waiting.push(pass);
    else pass();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shut: () => {
      state = 'shut';
    },
    hold: call => {
      state = 'held';
      held = call;
    },
    open: () => {
      state = 'open';
      for (const pass of waiting) pass();
      waiting = [];
    },
    count: call => seen.filter(known => known === call).length,
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

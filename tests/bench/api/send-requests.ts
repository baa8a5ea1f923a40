import { connect, type Socket } from 'node:net';

/** A request, and what makes it; a body is sent as JSON. */
export type Request = {
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  body?: object;
  headers?: Record<string, string>;
};

export const connections = 10;

type SendRequestsInput = {
  port: number;
  token: string;
  count: number;
  /** The request with this number, counted from 0. */
  requestOf: (at: number) => Request;
  /** Connections that send at the same time; ten by default. */
  atOnce?: number;
};

/**
 * How many requests were answered in a second, over ten connections that each send the next one when they have their
 * answer. Plain sockets, because a client that took as much time as the server would be what is measured. Throws when
 * an answer is not a success.
 */
export async function sendRequests(input: SendRequestsInput): Promise<number> {
  const times = await timeRequests(input);
  return (1000 * input.count) / times.totalMs;
}

/** The time of every answer and of all together, in milliseconds. */
export async function timeRequests(input: SendRequestsInput): Promise<{ each: number[]; totalMs: number }> {
  const { port, token, count, requestOf, atOnce = connections } = input;
  const sockets = await Promise.all(Array.from({ length: atOnce }, () => open(port)));
  const each: number[] = [];
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    sockets.map(async socket => {
      const exchange = exchangeOver(socket);
      while (next < count) {
        const bytes = bytesOf({ token, ...requestOf(next) });
        next += 1;
        const sent = performance.now();
        await exchange(bytes);
        each.push(performance.now() - sent);
      }
    }),
  );
  const totalMs = performance.now() - begun;
  for (const socket of sockets) socket.destroy();
  return { each, totalMs };
}

function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  return new Promise((opened, failed) => {
    socket.once('connect', () => opened(socket));
    socket.once('error', failed);
  });
}

function bytesOf({ token, method, path, body, headers = {} }: Request & { token: string }): string {
  const json = body === undefined ? '' : JSON.stringify(body);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    `authorization: Bearer ${token}`,
    ...(json === '' ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(json)}`]),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${json}`;
}

/** Sends one request after the other over a socket; each resolves when its answer is there, whole. */
function exchangeOver(socket: Socket): (bytes: string) => Promise<void> {
  let received = Buffer.alloc(0);
  let done: { resolve: () => void; reject: (error: Error) => void } | undefined;
  socket.on('data', chunk => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const end = received.indexOf('\r\n\r\n');
    if (end === -1) return;
    const head = received.toString('latin1', 0, end);
    const whole = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (received.length < whole) return;
    const answer = received;
    received = Buffer.alloc(0);
    if (head.startsWith('HTTP/1.1 2')) done?.resolve();
    else done?.reject(new Error(`The API refused what the bench sent: ${answer.toString()}`));
  });
  socket.on('close', () => done?.reject(new Error('The API closed a connection of the bench.')));
  return bytes =>
    new Promise((resolve, reject) => {
      done = { resolve, reject };
      socket.write(bytes);
    });
}

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Stands in front of several processes that do the same, as a load balancer does. */
export type Balancer = {
  port: number;
  /** Breaks every connection there is. */
  drop: () => void;
  /** Lets everything arrive this much later, in milliseconds, in both directions. */
  delay: (ms: number) => void;
  stop: () => Promise<void>;
};

/** Hands each connection to the next port that accepts it, round robin. */
export async function startBalancer(ports: number[]): Promise<Balancer> {
  const sockets = new Set<Socket>();
  let delayMs = 0;
  let turn = 0;
  const track = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const forward = (from: Socket, to: Socket) => {
    // One after the other, so that a delay that ends lets nothing overtake what waits.
    let last = Promise.resolve();
    const later = (work: () => void) => {
      const ms = delayMs;
      last = last.then(async () => {
        if (ms > 0) await wait(ms, undefined, { ref: false });
        work();
      });
    };
    from.on('data', chunk => later(() => to.write(chunk)));
    from.on('close', () => later(() => to.end()));
  };

  const server = createServer({ pauseOnConnect: true }, async incoming => {
    track(incoming);
    turn += 1;
    const order = ports.map((_, index) => ports[(turn + index) % ports.length] ?? 0);
    for (const port of order) {
      const outgoing = await connected(port);
      if (outgoing === undefined) continue;
      track(outgoing);
      forward(incoming, outgoing);
      forward(outgoing, incoming);
      incoming.resume();
      return;
    }
    incoming.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    drop,
    delay(ms) {
      delayMs = ms;
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        drop();
      }),
  };
}

function connected(port: number): Promise<Socket | undefined> {
  const socket = connect(port, '127.0.0.1');
  return new Promise(resolve => {
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

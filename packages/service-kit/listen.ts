import type { FastifyInstance } from 'fastify';

const loopback = '127.0.0.1';

type ListenInput = { app: Pick<FastifyInstance, 'listen'>; host: string; port: number };

/** Starts listening and answers the address to call from this machine. */
export async function listen({ app, host, port }: ListenInput): Promise<string> {
  await app.listen({ host, port });
  return `http://${reachable(host)}:${port}`;
}

/** "Every address" is none that can be called. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return loopback;
  return host.includes(':') ? `[${host}]` : host;
}

import type { Server } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** The address at which only this machine is reached. */
export const loopback = '127.0.0.1';

/** The address of a service of this machine. */
export function localUrl(port: number): string {
  return urlAt({ host: loopback, port });
}

type UrlAtInput = { host: string; port: number };

/** The address to call from this machine what listens there. */
export function urlAt({ host, port }: UrlAtInput): string {
  return `http://${reachableHost(host)}:${port}`;
}

type ListenInput = { app: Pick<FastifyInstance, 'listen'>; host: string; port: number };

/** Starts listening and answers the address to call from this machine. */
export async function listen({ app, host, port }: ListenInput): Promise<string> {
  await app.listen({ host, port });
  return urlAt({ host, port });
}

/** The address to call a listening server from this machine, with the port it got. */
export function addressOf({ server, host }: { server: Pick<Server, 'address'>; host: string }): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return urlAt({ host, port });
}

/** Nobody can call "every address": what listens there is called over loopback. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return loopback;
  return host.includes(':') ? `[${host}]` : host;
}

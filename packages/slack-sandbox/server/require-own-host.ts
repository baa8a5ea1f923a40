import type { FastifyInstance } from 'fastify';

type RequireOwnHostInput = { server: FastifyInstance; host: string };

/**
 * Answers 421 to every request for another host than this machine, or the address the sandbox was told to listen on:
 * a web page that points its own name at 127.0.0.1 must not act as people here.
 */
export function requireOwnHost({ server, host }: RequireOwnHostInput): void {
  const own = new Set(['localhost', '127.0.0.1', '[::1]', host.includes(':') ? `[${host}]` : host]);
  server.addHook('onRequest', async (request, reply) => {
    const name = request.headers.host?.replace(/:\d+$/, '').toLowerCase();
    if (name !== undefined && own.has(name)) return;
    const detail = 'The sandbox answers this machine only: use localhost or 127.0.0.1 as the host.';
    await reply
      .code(421)
      .type('application/problem+json')
      .send(JSON.stringify({ type: 'about:blank', title: 'misdirected', status: 421, detail }));
  });
}

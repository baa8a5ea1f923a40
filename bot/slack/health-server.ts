import { createServer, type Server } from 'node:http';
import { type healthAnswers, sendAnswer } from './health.ts';

type HealthServerInput = { health: ReturnType<typeof healthAnswers>; port: number; host: string };

/** Answers the health checks over HTTP; rejects when the port is taken. */
export async function startHealthServer({ health, port, host }: HealthServerInput): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = request.method === 'GET' || request.method === 'HEAD' ? health[pathname] : undefined;
    if (answer === undefined) response.writeHead(404).end();
    else void sendAnswer({ answer, response });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, resolve);
  });
  return server;
}

/** Resolves when the server listens no more. */
export function closed(server: Server): Promise<void> {
  return new Promise(resolve => server.close(() => resolve()));
}

import { createServer, type Server } from 'node:http';
import { answerHealth, type healthAnswers } from './health.ts';
import type { MayAskHealth } from './may-ask-health.ts';

type HealthServerInput = {
  health: ReturnType<typeof healthAnswers>;
  mayAsk: MayAskHealth;
  port: number;
  host: string;
};

/** Answers the health checks over HTTP; rejects when the port is taken. */
export async function startHealthServer(input: HealthServerInput): Promise<Server> {
  const { health: answers, mayAsk, port, host } = input;
  const server = createServer((request, response) => {
    void answerHealth({ answers, mayAsk, request, response });
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

import { fastify } from 'fastify';

// A program of its own, started by start-api.ts: the same constant to every request.
const { ANSWER = '{}', API_PORT } = process.env;
const app = fastify();
app.get('/*', (_request, reply) => reply.type('application/json').send(ANSWER));
await app.listen({ host: '127.0.0.1', port: Number(API_PORT) });
process.on('SIGTERM', () => app.close());

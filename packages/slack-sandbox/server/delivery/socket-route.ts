import websocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import type { Slack } from '../slack.ts';

/** Where Socket Mode clients connect with the ticket `apps.connections.open` gave them. */
export function socketRoute({ slack }: { slack: Slack }) {
  return async (app: FastifyInstance) => {
    await app.register(websocket);
    app.get<{ Querystring: { ticket?: string } }>('/link/', { websocket: true }, (socket, request) => {
      const verdict = slack.sockets.accept({ socket, ticket: request.query.ticket ?? '' });
      if (verdict === 'ok') return;
      if (verdict === 'too many connections') {
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      }
      socket.close(1008, verdict);
    });
  };
}

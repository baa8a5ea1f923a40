import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody who gets webhooks, and answers with `status`. */
export type WebhookReceiver = {
  url: string;
  received: { headers: IncomingHttpHeaders; body: string }[];
  status: number;
  stop: () => Promise<void>;
};

export async function startReceiver(): Promise<WebhookReceiver> {
  const server = createServer(async (request, response) => {
    const body = (await request.setEncoding('utf8').toArray()).join('');
    receiver.received.push({ headers: request.headers, body });
    response.writeHead(receiver.status).end();
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${port}/campus`,
    received: [],
    status: 204,
    stop: async () => {
      server.closeAllConnections();
      await new Promise(stopped => server.close(stopped));
    },
  };
  return receiver;
}

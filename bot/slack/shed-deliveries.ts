import type { IncomingMessage, Server, ServerResponse } from 'node:http';

type ShedDeliveriesInput = {
  server: Server;
  /** Whether a request is one of Slack's deliveries; the others are always let in. */
  isDelivery: (request: IncomingMessage) => boolean;
  max: number;
  /** Called with each that is turned away. */
  onShed: () => void;
};

/**
 * Answers 503, before anything is read, while `max` deliveries are under way: of more none would be answered within Slack's
 * three seconds. Slack sends an event again, and leaves what somebody typed on their screen.
 */
export function shedDeliveries({ server, isDelivery, max, onShed }: ShedDeliveriesInput): void {
  const handlers = server.listeners('request') as ((...given: [IncomingMessage, ServerResponse]) => void)[];
  server.removeAllListeners('request');
  let underWay = 0;
  server.on('request', (request, response) => {
    if (isDelivery(request)) {
      if (underWay >= max) {
        onShed();
        response.writeHead(503, { 'retry-after': '1' }).end();
        return;
      }
      underWay += 1;
      response.once('close', () => {
        underWay -= 1;
      });
    }
    for (const handle of handlers) handle(request, response);
  });
}

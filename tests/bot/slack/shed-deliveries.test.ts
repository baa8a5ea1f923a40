import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { shedDeliveries } from '../../../bot/slack/shed-deliveries.ts';
import { eventually } from '../../support/eventually.ts';

test('of more deliveries than can be answered in time the last are turned away, and let in when others are done', async () => {
  const open: ServerResponse[] = [];
  let shed = 0;
  const server = createServer((request, response) => {
    if (request.url === '/slack/events') open.push(response);
    else response.end('well');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  shedDeliveries({
    server,
    isDelivery: ({ url }) => url === '/slack/events',
    max: 2,
    onShed: () => {
      shed += 1;
    },
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const deliver = () => fetch(`${url}/slack/events`, { method: 'POST', body: 'x'.repeat(100_000) });

  const first = [deliver(), deliver()];
  await eventually(async () => expect(open).toHaveLength(2));
  const turnedAway = await deliver();
  const health = await fetch(`${url}/healthz`);
  for (const response of open) response.end('done');
  const statuses = (await Promise.all(first)).map(({ status }) => status);
  const again = deliver();
  await eventually(async () => expect(open).toHaveLength(3));
  open[2]?.end('done');
  const later = await again;
  server.closeAllConnections();
  server.close();

  expect(turnedAway.status).toBe(503);
  expect(turnedAway.headers.get('retry-after')).toBe('1');
  expect(shed).toBe(1);
  expect(await health.text()).toBe('well');
  expect([...statuses, later.status]).toEqual([200, 200, 200]);
});

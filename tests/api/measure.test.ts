import { expect, test } from 'vitest';
import { createTestApi, fileTicket } from '../support/api.ts';

test('the metrics say how old the oldest event is that Slack lacks, and what is open, unsure and busy', async () => {
  const api = await createTestApi();
  await fileTicket(api, { description: 'No WiFi' });
  api.clock.pass(90);
  await fileTicket(api, { description: 'Something else' });

  const { body } = await api.call('GET /metrics');

  const values = Object.fromEntries(
    [...body.matchAll(/^campus_desk_(\w+)\{service="api"\} (.+)$/gm)].map(([, name, value]) => [name, value]),
  );
  expect(values).toMatchObject({
    outbox_events: '2',
    outbox_oldest_seconds: '90',
    outbox_refused_events: '0',
    unclosed_tickets: '2',
    unsure_tickets: '1',
    database_busy_connections: expect.stringMatching(/^\d+$/),
    database_pool_size: '10',
  });
});

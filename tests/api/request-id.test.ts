import { withRequestId } from '@campus-desk/contract';
import { createLogger } from '@campus-desk/service-kit';
import { expect, test } from 'vitest';
import { ada, startTestApi } from '../support/api.ts';

test('the id of a caller is in the log, in what is refused, and goes no further than its call', async () => {
  const lines: string[] = [];
  const logger = createLogger({ level: 'info', destination: { write: line => void lines.push(line) } });
  const api = await startTestApi({ logger });
  const refused = (work: () => Promise<unknown>) => work().catch(error => error.details.requestId);

  const reading = await withRequestId('abcdef12', () =>
    refused(() => api.client.getTicket({ number: 404, role: 'user' })),
  );
  const writing = await withRequestId('Ev0123456789', () =>
    refused(() => api.client.changeTicket({ number: 404, actor: ada, description: 'x' })),
  );
  const without = await refused(() => api.client.getTicket({ number: 404, role: 'user' }));
  const strange = await api.call('GET /v1/tickets/404', undefined, { 'x-request-id': 'a b\tc"d' });
  await api.close();

  expect({ reading, writing }).toEqual({ reading: 'abcdef12', writing: 'Ev0123456789' });
  expect(without).toMatch(/^[0-9a-f-]{36}$/);
  expect(strange.body.requestId).toMatch(/^[0-9a-f-]{36}$/);
  const logged = lines.map(line => JSON.parse(line)).filter(({ msg }) => msg === 'request refused');
  expect(logged.map(({ requestId }) => requestId)).toEqual([
    'abcdef12',
    'Ev0123456789',
    without,
    strange.body.requestId,
  ]);
});

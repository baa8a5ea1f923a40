import { beforeAll, expect, test } from 'vitest';
import { createTestApi, fileTicket, type TestApi } from '../../support/api.ts';
import { filings, searches } from './search-set.ts';

let api: TestApi;
const numbers = new Map<string, number>();
beforeAll(async () => {
  api = await createTestApi();
  for (const [name, [description, location]] of Object.entries(filings)) {
    const { number } = await fileTicket(api, { description, location });
    numbers.set(name, number);
    api.clock.pass(60);
  }
});

test('of the searches with slips and other forms in five languages 95 % find what is meant first', async () => {
  const missed: string[] = [];
  for (const [typed, wanted] of searches) {
    const { body } = await api.call(`GET /v1/tickets?limit=1&q=${encodeURIComponent(typed)}`);
    if (body.tickets?.[0]?.number !== numbers.get(wanted)) missed.push(typed);
  }

  expect(searches.length).toBeGreaterThan(150);
  expect(missed.length / searches.length, missed.join(', ')).toBeLessThanOrEqual(0.05);
});

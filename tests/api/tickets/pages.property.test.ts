import { sorts } from '@campus-desk/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTestApi, fileTicket, startTicket, type TestApi } from '../../support/api.ts';

describe('the pages of the list of tickets', () => {
  test('have every ticket once, in order, whatever the size and the order', async () => {
    const api = await createTestApi();
    for (let at = 0; at < 23; at += 1) {
      if (at % 4 === 0) await startTicket(api);
      else await fileTicket(api);
      // Several tickets of the same moment: the time alone is no order.
      if (at % 3 === 0) api.clock.pass(1);
    }
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: 30 }), fc.constantFrom(...sorts), async (limit, sort) => {
        const whole = await readPages({ api, query: `role=helpdesk&sort=${sort}&limit=100` });
        const paged = await readPages({ api, query: `role=helpdesk&sort=${sort}&limit=${limit}` });

        expect(new Set(whole).size).toBe(23);
        expect(paged).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  test('refuse a cursor of another list and any other text', async () => {
    const api = await createTestApi();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.base64String({ minLength: 1 }), fc.string({ minLength: 1 })),
        async cursor => {
          const { status } = await api.call(`GET /v1/tickets?cursor=${encodeURIComponent(cursor)}`);

          expect(status).toBe(400);
        },
      ),
      { numRuns: 100 },
    );
  });
});

async function readPages({ api, query }: { api: TestApi; query: string }): Promise<number[]> {
  const numbers: number[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await api.call(`GET /v1/tickets?${query}${cursor}`);
    numbers.push(...body.tickets.map(({ number }: { number: number }) => number));
    if (body.nextCursor === null) return numbers;
    cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
  }
}

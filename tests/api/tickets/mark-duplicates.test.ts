import { expect, test } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { markDuplicates } from '../../../api/tickets/mark-duplicates.ts';
import { ben, createTestApi, fileTicket } from '../../support/api.ts';
import { countStatements } from '../../support/count-statements.ts';

test.each([2, 30])(
  'making %i tickets duplicates takes the same few statements while they are locked',
  async size => {
    const api = await createTestApi();
    const numbers: number[] = [];
    for (let at = 0; at <= size; at += 1)
      numbers.push((await fileTicket(api, { description: 'No wifi' })).number);
    const [duplicateOf = 0, ...others] = numbers;
    const { db, count } = countStatements(api.db);
    const writes: Context['writes'] = { run: work => work() };
    const context = { db, writes, clock: api.clock.now, announce: () => {} } as unknown as Context;

    expect(await markDuplicates({ context, numbers: others, duplicateOf, actor: ben })).toEqual(others);

    expect(count()).toBeLessThanOrEqual(7);
    const { body } = await api.call(`GET /v1/tickets/${duplicateOf}/events?role=helpdesk`);
    expect(body.events.at(-1)).toMatchObject({
      type: 'ticket.grouped',
      changes: { duplicates: { to: others } },
    });
  },
);

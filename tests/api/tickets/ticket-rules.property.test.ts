import { categories, type Ticket } from '@campus-desk/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkHistory } from '../../chaos/checks/check-history.ts';
import { ada, ben, carla, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';

const helpdesk = fc.constantFrom(ben, carla);
const text = fc.constantFrom('No WiFi', 'No heating', 'The lift is stuck', 'A long queue');
const changeOf = fc.oneof(
  fc.record({ actor: helpdesk, status: fc.constant('active' as const) }),
  fc.record({ actor: helpdesk, status: fc.constant('closed' as const), closingNote: text }),
  fc.record({ actor: fc.oneof(helpdesk, fc.constant(ada)), description: text, location: text }),
  fc.record({
    actor: helpdesk,
    assignee: fc.constantFrom(null, { id: ben.id, name: ben.name }, { id: carla.id, name: carla.name }),
  }),
  fc.record({ actor: helpdesk, category: fc.constantFrom(...categories) }),
  fc.record({ actor: helpdesk, description: text, version: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ actor: fc.constant(ada), status: fc.constantFrom('active' as const, 'closed' as const) }),
  fc.record({ actor: fc.constantFrom(ada, ben), solved: fc.constantFrom(true, false, null) }),
);
/** What several people ask for at the same moment, moment by moment. */
const moments = fc.array(fc.array(changeOf, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
type Change = typeof changeOf extends fc.Arbitrary<infer Value> ? Value : never;

describe('a ticket that several people change at once', () => {
  test('moves once from open to active to closed, and its history says how it became what it is', async () => {
    const api = await createTestApi();
    await fc.assert(
      fc.asyncProperty(moments, async asked => {
        const { number } = await fileTicket(api);
        let before: Ticket = (await api.call(`GET /v1/tickets/${number}?role=helpdesk`)).body;
        for (const changes of asked) {
          const answers = await Promise.all(changes.map(change => changeTicket({ api, number, change })));
          const after: Ticket = (await api.call(`GET /v1/tickets/${number}?role=helpdesk`)).body;
          for (const answer of answers) expectLegal({ ...answer, before, after });
          expectOnlyOneMove(answers);
          before = after;
        }
        const { events } = (await api.call(`GET /v1/tickets/${number}/events?role=helpdesk`)).body;
        expect(checkHistory({ ticket: before, events, messages: [] })).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

type Answer = { change: Change; status: number };

async function changeTicket(input: { api: TestApi; number: number; change: Change }): Promise<Answer> {
  const { api, number, change } = input;
  const { status } = await api.call(`PATCH /v1/tickets/${number}`, change);
  return { change, status };
}

type ExpectLegalInput = Answer & { before: Ticket; after: Ticket };

/** The rules, as a model of one moment: what must be refused whatever else happens in it, and what may be taken. */
function expectLegal({ change, status, before, after }: ExpectLegalInput): void {
  expect([200, 403, 409]).toContain(status);
  const moves = 'status' in change ? change.status : undefined;
  const answers = 'solved' in change;
  if (before.status === 'closed' && !answers) expect(status).not.toBe(200);
  if (answers && change.actor.role === 'helpdesk') expect(status).toBe(403);
  if (answers && after.status !== 'closed') expect(status).not.toBe(200);
  if (moves !== undefined && change.actor.role === 'user') expect(status).not.toBe(200);
  if (moves === 'active' && before.status !== 'open') expect(status).not.toBe(200);
  if ('version' in change && change.version < before.version) expect(status).not.toBe(200);
  if (moves !== undefined && status === 200) expect(after.status).not.toBe('open');
  if (moves === 'closed' && status === 200) expect(after.status).toBe('closed');
}

/** Of several who make the same move, one wins. */
function expectOnlyOneMove(answers: Answer[]): void {
  for (const move of ['active', 'closed'])
    expect(
      answers.filter(({ change, status }) => 'status' in change && change.status === move && status === 200)
        .length,
    ).toBeLessThanOrEqual(1);
}

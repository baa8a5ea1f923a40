import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ada, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople({ mode: 'socket' });
});
afterAll(() => stack.stop());

describe('over Socket Mode', () => {
  test('a ticket is filed as over HTTP', async () => {
    const user = stack.person(ada);

    await user.types('the projector of hall 1 is dark');
    const sent = await user.submits({ description: 'the projector of hall 1 is dark' });

    expect(sent).toEqual({ ok: true });
    expect(user.titles()).toEqual(['Ticket #1 filed']);
  });

  test('a form keeps its text while the API is away', async () => {
    const user = stack.person(ada);
    await user.types('a lamp is broken');
    stack.gate.shut();

    const refused = await user.submits({ description: 'a lamp is broken' });
    stack.gate.open();

    expect(refused.ok).toBe(false);
    expect(Object.keys(user.view().errors)).toEqual(['description']);
  });

  test('wrong input gets its line', async () => {
    const user = stack.person(ada);

    await user.types('list purple');

    expect(user.ephemerals().at(-1)).toContain('There is no status “purple”.');
  });

  test('the health checks have a server of their own', async () => {
    const [alive, ready, other] = await Promise.all(
      ['/healthz', '/readyz', '/slack/events'].map(path => fetch(`${stack.bot.url}${path}`)),
    );

    expect([alive?.status, ready?.status, other?.status]).toEqual([200, 200, 404]);
  });
});

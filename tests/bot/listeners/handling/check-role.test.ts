import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileTicket } from '../../../support/api.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

const refusal = 'Only people in the channel of the helpdesk can act as helpdesk. Ask them to add you.';

describe('where only members of the helpdesk channel are helpdesk', () => {
  let stack: StackWithPeople;
  beforeAll(async () => {
    stack = await startStackWithPeople({ helpdeskOnlyMembers: true });
  });
  afterAll(() => stack.stop());

  test.each(['list as helpdesk', '1 as helpdesk', 'the lamp is dark as helpdesk', 'as helpdesk'])(
    'somebody else who types “%s” is refused, with their words',
    async typed => {
      const user = stack.person(ada);

      await user.types(typed);

      expect(user.titles()).toEqual([]);
      expect(user.ephemerals().at(-1)).toContain(refusal);
      expect(user.ephemerals().at(-1)).toContain(typed);
    },
  );

  test('somebody else gets no statistics, and cannot enter as helpdesk', async () => {
    const user = stack.person(ada);

    await user.types('backlog 7d', 'C02GENERAL', '/stats');
    expect(user.ephemerals().at(-1)).toContain(refusal);

    await user.types('');
    await user.presses('Enter as', 'Helpdesk');
    expect(user.reads()).toContain(refusal);
    expect(user.reads()).not.toContain('Ticket queue');
  });

  test('a member works as ever, and somebody else reports as ever', async () => {
    const { number } = await fileTicket(stack.api, { actor: { id: ada, name: 'Ada', role: 'user' } });
    const helper = stack.person(ben);
    const user = stack.person(ada);

    await helper.types(`${number} as helpdesk`);
    await helper.presses('Start work');
    await user.types('the lamp is dark');

    expect(await stack.api.client.getTicket({ number, role: 'user' })).toMatchObject({
      assignee: { id: ben },
    });
    expect(user.titles()).toEqual(['Report a problem']);
  });

  test('when Slack does not name the members, who was one stays one', async () => {
    const helper = stack.person(ben);
    await helper.types('list as helpdesk');
    stack.sandbox.trouble.set({
      methods: { 'conversations.members': { kind: 'error', error: 'fatal_error' } },
    });

    await helper.types('list active as helpdesk');
    stack.sandbox.trouble.reset();

    expect(helper.titles().at(-1)).toBe('Active tickets');
  });
});

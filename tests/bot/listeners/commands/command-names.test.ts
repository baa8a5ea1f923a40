import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileTicket } from '../../../support/api.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

const commands = { ticket: '/desk', stats: '/desk-stats' };

describe('commands of other names', () => {
  let stack: StackWithPeople;
  beforeAll(async () => {
    stack = await startStackWithPeople({ commands });
  });
  afterAll(() => stack.stop());

  const type = async (text: string, command = commands.ticket) => {
    const person = stack.person(ada);
    await person.types(text, 'C02GENERAL', command);
    return person.ephemerals().at(-1);
  };

  test('are the ones the bot answers', async () => {
    const help = await type('help');

    expect(help).toContain('`/desk search wifi library`');
    expect(help).not.toContain('/ticket');
  });

  test.each(['list purple', 'sync', 'close 12', 'search', '0', 'list as boss', 'list closed'])(
    'stand in the hint for “%s”',
    async typed => {
      const hint = await type(typed);

      expect(hint).toContain('`/desk ');
      expect(hint).toContain(`You typed: /desk ${typed}`);
      expect(hint).not.toContain('/ticket');
    },
  );

  test.each([
    'help',
    'weather',
    'backlog as user',
    'backlog 0h',
    'resolution 0',
    'categories 7d',
    'categoriser 7d',
  ])('stand in the hint for statistics of “%s”', async typed => {
    const hint = await type(typed, commands.stats);

    expect(hint).toContain('`/desk-stats ');
    expect(hint).not.toMatch(/(?<!desk-|\w)\/?stats /);
  });

  test('stand in the entrance, for both roles, and in the confirmation of a filing', async () => {
    const person = stack.person(ada);

    await person.types('', 'C02GENERAL', commands.ticket);
    const asUser = person.reads();
    await person.presses('Enter as', 'Helpdesk');
    const asHelpdesk = person.reads();
    await person.types('the wifi is down', 'C02GENERAL', commands.ticket);
    await person.submits();
    const confirmation = person.reads();

    expect(asUser).toContain('type /desk and what is wrong');
    expect(asHelpdesk).toContain('type /desk list as helpdesk');
    expect(confirmation).toMatch(/To see it later, type \/desk \d+/);
    for (const shown of [asUser, asHelpdesk, confirmation]) expect(shown).not.toContain('/ticket');
  });

  test('stand in what the API refuses', async () => {
    const { number } = await fileTicket(stack.api);
    for (const status of ['active', 'closed'])
      await stack.api.call(`PATCH /v1/tickets/${number}`, {
        actor: { id: ben, name: 'Ben', role: 'helpdesk' },
        status,
      });

    expect(await type(`${number}`)).toContain(`shown to helpdesk only: /desk ${number} as helpdesk`);
  });
});

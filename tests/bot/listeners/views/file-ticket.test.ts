import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../../support/eventually.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

describe('filing a ticket', () => {
  test('takes the typed words into the form and answers with number and category', async () => {
    const user = stack.person(ada);

    await user.types('the wifi in the library is down');
    expect(user.titles()).toEqual(['Report a problem']);
    expect(user.reads()).toContain('"initial_value":"the wifi in the library is down"');
    const sent = await user.submits({
      description: 'the wifi in the library is down',
      location: 'Room 2.14',
    });

    expect(sent).toEqual({ ok: true });
    const { tickets } = await stack.api.client.listTickets({});
    const [ticket] = tickets;
    expect(tickets).toHaveLength(1);
    expect(ticket).toMatchObject({
      number: 1,
      status: 'open',
      description: 'the wifi in the library is down',
      location: 'Room 2.14',
      reporter: { id: ada, name: 'Ada Okafor' },
    });
    expect(user.titles()).toEqual(['Ticket #1 filed']);
    expect(user.reads()).toContain('Technical IT');
  });

  test('keeps the modal open with its text while the API is away, and files once it is back', async () => {
    const user = stack.person(ada);
    await user.types('the heating is off');

    stack.gate.shut();
    const refused = await user.files({ description: 'the heating is off' });
    const whileAway = user.view();
    stack.gate.open();
    const sent = await user.files({ description: 'the heating is off' });

    expect(refused).toEqual({
      ok: false,
      message: 'The ticket service cannot be reached just now. Try again in a moment.',
    });
    expect(Object.keys(whileAway.errors)).toEqual(['description']);
    expect(sent).toEqual({ ok: true });
    expect(user.titles()[0]).toMatch(/^Ticket #\d+ filed$/);
  });

  test('files once for one form, however often it is sent', async () => {
    const user = stack.person(ada);
    const before = (await stack.api.client.listTickets({})).total;
    await user.types('a lamp is broken');

    await Promise.all([
      user.files({ description: 'a lamp is broken' }),
      user.files({ description: 'a lamp is broken' }),
    ]);

    expect((await stack.api.client.listTickets({})).total).toBe(before + 1);
  });

  test('says at the field what is wrong with blank text', async () => {
    const user = stack.person(ada);
    await user.types('');
    await user.presses('Report a problem');

    const refused = await user.files({ description: ' \u202e\n ' });

    expect(refused.ok).toBe(false);
    expect(Object.keys(user.view().errors)).toEqual(['description']);
  });

  test('stores raw what was typed and shows it literally', async () => {
    const user = stack.person(ada);
    const description = '<!channel> & *all* :boom: 👩‍👩‍👧‍👦';
    await user.types('x');

    await user.files({ description });

    const { tickets } = await stack.api.client.listTickets({ limit: 1 });
    expect(tickets[0]?.description).toBe(description);
    expect(user.view().view.blocks).toContainEqual(
      expect.objectContaining({
        elements: [
          expect.objectContaining({
            type: 'rich_text_quote',
            elements: [{ type: 'text', text: description }],
          }),
        ],
      }),
    );
  });

  test('opens from the entrance on top of it, and leads to the ticket', async () => {
    const user = stack.person(ada);
    await user.types('');
    await user.presses('Report a problem');
    await user.files({ description: 'the door of hall 2 is stuck' });
    const [, filed] = user.titles();

    await user.presses('View ticket');

    expect(filed).toMatch(/^Ticket #\d+ filed$/);
    expect(user.titles()).toEqual(['Campus Desk', filed?.replace(' filed', '')]);
    expect(user.reads()).toContain('the door of hall 2 is stuck');
  });

  test.each([{ kind: 'error', error: 'user_not_found' }, { kind: 'answer_hangs' }] as const)(
    'takes the name from the form when Slack does not say it ($kind)',
    async trouble => {
      const user = stack.person(trouble.kind === 'error' ? 'U02LIAM' : 'U03MEI');
      stack.sandbox.trouble.set({ methods: { 'users.info': trouble } });

      await user.types('the tap drips');
      const sent = await user.files({ description: 'the tap drips' });
      stack.sandbox.trouble.reset();

      expect(sent).toEqual({ ok: true });
      const { tickets } = await stack.api.client.listTickets({ limit: 1 });
      expect(tickets[0]?.reporter).toEqual({ id: user.id, name: user.id === 'U02LIAM' ? 'liam' : 'mei' });
    },
  );

  test('says to whoever changed their words after they had arrived where their ticket is', async () => {
    const user = stack.person(ada);
    await user.types('no heating');
    const { id } = user.view();
    const actor = { id: ada, name: 'Ada Okafor', role: 'user' } as const;
    await stack.api.client.fileTicket({ description: 'no heating', actor }, { idempotencyKey: id });

    const refused = await user.files({ description: 'no heating in hall 2' });

    expect(refused).toMatchObject({
      ok: false,
      message: expect.stringContaining('had arrived before you changed it'),
    });
  });

  test('as helpdesk reports for somebody else, who gets the card and a line', async () => {
    const helper = stack.person(ben);
    await helper.types('the lamp in 2.14 flickers as helpdesk');
    expect(helper.reads()).toContain('Report for');

    await helper.files({ description: 'the lamp in 2.14 flickers' }, { reporter: 'U04ROSA' });

    expect(helper.reads()).toContain('Rosa Alvarez gets its card');
    const [ticket] = (await stack.api.client.listTickets({ limit: 1 })).tickets;
    expect(ticket?.reporter).toEqual({ id: 'U04ROSA', name: 'Rosa Alvarez' });
    await eventually(async () => {
      const lines = stack
        .person('U04ROSA')
        .messages('dm')
        .map(({ text }) => text);
      expect(lines).toContain(`Ben Hartmann ha comunicado el ticket #${ticket?.number} en su nombre.`);
    });
  });

  test('for an app is refused on the field, and the words stay', async () => {
    const helper = stack.person(ben);
    await helper.types('the lamp is dark as helpdesk');

    await helper.files({ description: 'the lamp is dark' }, { reporter: stack.sandbox.botUserId });

    expect(helper.view().errors).toEqual({ reporter: 'Campus Desk is an app. Choose a person.' });
    expect(helper.reads()).toContain('the lamp is dark');
  });

  test('a user reports for themselves alone', async () => {
    const user = stack.person(ada);

    await user.types('the lamp is dark');

    expect(user.reads()).not.toContain('Report for');
  });
});

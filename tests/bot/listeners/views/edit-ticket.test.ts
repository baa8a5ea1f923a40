import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ben as benActing, fileTicket } from '../../../support/api.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

/** Ada edits a new ticket in its modal. */
async function openEdit() {
  const { number } = await fileTicket(stack.api);
  const user = stack.person(ada);
  await user.types(`${number}`);
  await user.presses('Edit');
  return { number, user };
}

describe('editing a ticket', () => {
  test('stands in the place of the ticket and leads back to it', async () => {
    const { number, user } = await openEdit();
    const title = user.titles();

    const sent = await user.submits({ description: 'No WiFi in hall 2', location: 'Hall 2' });

    expect(title).toEqual([`Edit ticket #${number}`]);
    expect(sent).toEqual({ ok: true });
    expect(user.titles()).toEqual([`Ticket #${number}`]);
    expect(user.reads()).toContain('No WiFi in hall 2');
  });

  test('can be left without saving', async () => {
    const { number, user } = await openEdit();

    await user.presses(`Back to ticket #${number}`);

    expect(user.titles()).toEqual([`Ticket #${number}`]);
  });

  test('keeps the typed text when somebody was quicker, and says who changed what', async () => {
    const { number, user } = await openEdit();
    await stack.api.client.changeTicket({ number, actor: benActing, location: 'Hall 7' });

    await user.submits({ description: 'No WiFi in hall 2' });
    const warned = user.reads();
    const sent = await user.submits({ description: 'No WiFi in hall 2', location: 'Hall 7' });

    expect(warned).toContain('Ben changed the location in the meantime.');
    expect(warned).toContain('"initial_value":"No WiFi in hall 2"');
    expect(warned).toContain('Where: Hall 7');
    expect(sent).toEqual({ ok: true });
    expect(await stack.api.client.getTicket({ number, role: 'user' })).toMatchObject({
      description: 'No WiFi in hall 2',
      location: 'Hall 7',
    });
  });

  test('answers a conflict in time, without the details that take too long', async () => {
    const { number, user } = await openEdit();
    await stack.api.client.changeTicket({ number, actor: benActing, location: 'Hall 3' });
    stack.gate.hold(`GET /v1/tickets/${number}/events`);
    const begun = performance.now();

    await user.submits({ description: 'No WiFi in hall 2' });

    expect(performance.now() - begun).toBeLessThan(1600);
    expect(user.reads()).toContain('Ben changed this ticket in the meantime. Your text is kept below');
    expect(user.reads()).toContain('No WiFi in hall 2');
  });

  test('keeps the typed text when the ticket was closed meanwhile', async () => {
    const { number, user } = await openEdit();
    await stack.api.client.changeTicket({ number, actor: benActing, status: 'active' });
    await stack.api.client.changeTicket({ number, actor: benActing, status: 'closed' });

    const refused = await user.submits({ description: 'No WiFi in hall 2' });

    expect(refused.ok).toBe(false);
    expect(user.view().errors.description).toContain('Already closed by Ben.');
  });

  test('says at the field what is wrong with an empty description', async () => {
    const { user } = await openEdit();

    await user.submits({ description: '\u202e' });

    expect(user.view().errors.description).toContain('Write at least one character.');
  });

  test('keeps the typed text while the API is away', async () => {
    const { user } = await openEdit();
    stack.gate.shut();

    await user.submits({ description: 'No WiFi in hall 2' });

    expect(user.view().errors.description).toContain('cannot be reached');
  });
});

describe('closing a ticket in its modal', () => {
  test('starts it, closes it with a note, and shows what became of it', async () => {
    const { number } = await fileTicket(stack.api);
    const helper = stack.person(ben);
    await helper.types(`${number} as helpdesk`);

    await helper.presses('Start work');
    await helper.presses('Close');
    await helper.submits({ closingNote: 'New access point' });

    expect(helper.titles()).toEqual([`Ticket #${number}`]);
    expect(helper.reads()).toContain('New access point');
    expect(helper.reads()).toContain('"Closed"');
  });

  test('shows the note that was typed when somebody else closed it first', async () => {
    const { number } = await fileTicket(stack.api);
    const helper = stack.person(ben);
    await helper.types(`${number} as helpdesk`);
    await helper.presses('Start work');
    await helper.presses('Close');
    await stack.api.client.changeTicket({
      number,
      actor: { id: 'U9', name: 'Cleo', role: 'helpdesk' },
      status: 'closed',
    });

    await helper.submits({ closingNote: 'New access point' });

    expect(helper.reads()).toContain('Already closed by Cleo. Your note was not stored: New access point');
  });
});

describe('replying in the ticket modal', () => {
  test('stores the message once and shows it under the ticket', async () => {
    const { number } = await fileTicket(stack.api);
    const helper = stack.person(ben);
    await helper.types(`${number} as helpdesk`);
    await helper.presses('Reply');

    await Promise.all([helper.submits({ body: 'Which room?' }), helper.submits({ body: 'Which room?' })]);

    const { messages } = await stack.api.client.listMessages({ number });
    expect(messages).toMatchObject([
      { body: 'Which room?', actor: { id: ben, name: 'Ben Hartmann', role: 'helpdesk' } },
    ]);
    expect(helper.titles()).toEqual([`Ticket #${number}`]);
    expect(helper.reads()).toContain('Which room?');
  });
});

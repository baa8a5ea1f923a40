import { beforeAll, describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { ada, ben, mei, openCampus } from './campus.ts';

describe.skipIf(withoutBrowser)('finding tickets', () => {
  const campus = openCampus();
  const actor = { id: mei, name: 'mei', role: 'user' } as const;
  const helpdesk = { id: ben, name: 'ben', role: 'helpdesk' } as const;

  beforeAll(async () => {
    if (withoutBrowser) return;
    const { client } = campus.stack().api;
    for (let room = 1; room <= 12; room += 1)
      await client.fileTicket(
        { description: `The lamp in room ${room} is dark`, actor },
        { idempotencyKey: `lamp-${room}` },
      );
    await client.changeTicket({ number: 12, status: 'active', actor: helpdesk });
    await client.changeTicket({ number: 12, status: 'closed', actor: helpdesk });
    await campus.stack().bot.settled();
  });

  test('a list shows ten tickets a page, and each can be viewed', async () => {
    const student = await campus.visit(ada);

    await student.says('/ticket list');
    const list = student.dialog('All tickets');
    await list.getByText('11 tickets, page 1 of 2').waitFor();
    expect(await list.getByRole('button', { name: /^View ticket/ }).count()).toBe(10);

    await list.getByRole('button', { name: 'Next' }).click();
    await list.getByText('11 tickets, page 2 of 2').waitFor();
    expect(await list.getByRole('button', { name: /^View ticket/ }).count()).toBe(1);
    await list.getByRole('button', { name: 'View ticket #1' }).click();
    await student.dialog('Ticket #1').getByText('The lamp in room 1 is dark').waitFor();
    await student.page.getByRole('button', { name: 'Back', exact: true }).click();

    await list.getByRole('button', { name: 'Previous' }).click();
    await list.getByText('11 tickets, page 1 of 2').waitFor();
  });

  test('a ticket is found by its number and by its words', async () => {
    const student = await campus.visit(ada);

    await student.says('/ticket 7');
    const ticket = student.dialog('Ticket #7');
    await ticket.getByText('The lamp in room 7 is dark').waitFor();
    await ticket.getByText('No messages yet.').waitFor();
    expect(await ticket.getByRole('button', { name: 'Start work' }).count()).toBe(0);
    await ticket.getByRole('button', { name: 'Done' }).click();

    await student.says('/ticket search lamp 9');
    const found = student.dialog('Search');
    await found.getByRole('button', { name: 'View ticket #9' }).waitFor();
    await found.getByRole('button', { name: 'Done' }).click();

    await student.says('/ticket search lmap status:open');
    await found.getByText(/tickets for “lamp”/).waitFor();
    await found.getByText('Open · You typed “lmap”').waitFor();
    await found.getByRole('button', { name: 'Done' }).click();

    await student.says('/ticket search unicorn');
    await found.getByText('Nothing found for “unicorn”.').waitFor();
  });

  test('closed tickets are for the helpdesk', async () => {
    const helper = await campus.visit(ben);
    const student = await campus.visit(ada);

    await helper.says('/ticket list closed as helpdesk');
    const closed = helper.dialog('Closed tickets');
    await closed.getByRole('button', { name: 'View ticket #12' }).click();
    await helper.dialog('Ticket #12').getByText('Status: Closed', { exact: true }).waitFor();

    await student.says('/ticket 12');
    await student.messages.getByText(/ticket #12/i).waitFor();
    expect(await student.dialog('Ticket #12').count()).toBe(0);
  });

  test('help says what can be typed, to the person alone', async () => {
    const student = await campus.visit(ada);

    await student.says('/ticket help');
    const help = student.messages.getByRole('article').filter({ hasText: 'What you can type:' });
    await help.getByText('Only visible to you').waitFor();
    await help.getByText('/ticket list', { exact: true }).waitFor();
  });

  test('wrong input gets one line with an example, and what was typed', async () => {
    const student = await campus.visit(mei);

    await student.says('/ticket list nonsense');
    const hint = student.messages.getByRole('article').filter({ hasText: 'There is no status “nonsense”.' });
    await hint.getByText('/ticket list open', { exact: true }).waitFor();
    await hint.getByText('You typed: /ticket list nonsense').waitFor();

    await student.says('/ticket 999');
    await student.messages.getByText('You typed: /ticket 999').waitFor();

    await student.says('/tickets');
    await student.page.getByRole('alert').filter({ hasText: '/tickets is not a valid command.' }).waitFor();
    expect(await student.composer.inputValue()).toBe('/tickets');
  });
});

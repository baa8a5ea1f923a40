import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { ada, ben, liam, mei, openCampus } from './campus.ts';
import type { Visitor } from './visitor.ts';

describe.skipIf(withoutBrowser)('filing a ticket', () => {
  const campus = openCampus();

  test('the entrance asks for the role and offers what that role can do', async () => {
    const student = await campus.visit(ada);

    await student.says('/ticket');
    const entrance = student.dialog('Campus Desk');
    const roles = entrance.getByRole('radiogroup', { name: 'Enter as' });
    await roles.waitFor();
    expect(await roles.getByRole('radio', { name: 'User' }).isChecked()).toBe(true);
    await entrance.getByRole('button', { name: 'All tickets' }).waitFor();
    await entrance.getByRole('button', { name: 'My tickets' }).waitFor();

    await roles.getByRole('radio', { name: 'Helpdesk' }).click();
    await entrance.getByRole('button', { name: 'Report a problem' }).waitFor({ state: 'detached' });
    await entrance.getByRole('button', { name: 'Ticket queue' }).click();
    await student.dialog('Ticket queue').waitFor();
    await student.page.getByRole('button', { name: 'Back', exact: true }).click();

    await roles.getByRole('radio', { name: 'User' }).click();
    await entrance.getByRole('button', { name: 'Report a problem' }).click();
    await student.dialog('Report a problem').waitFor();
  });

  test.each([
    ['empty', '', 'Please complete this required field.', 'The beamer flickers'],
    ['blank', '   ', 'Please complete this required field.', 'There is no soap'],
    ['invisible', '\u200b\u2060', 'This is empty. Write at least one character.', 'A door squeaks'],
  ])('a report that is %s stays open and says what is missing', async (_name, typed, complaint, report) => {
    const student = await campus.visit(liam);
    const { form, description, send } = await newReport(student);

    await description.fill(typed);
    await send();
    await form.getByRole('alert').filter({ hasText: complaint }).waitFor();

    await description.fill(report);
    await send();
    await student.page.getByRole('dialog', { name: /^Ticket #\d+ filed$/ }).waitFor();
  });

  test('3,000 characters are taken whole, one more is counted and kept', async () => {
    const student = await campus.visit(mei);
    const { form, description, send } = await newReport(student);
    const longest = 'Lärm im Gang! '.repeat(215).slice(0, 2999).padEnd(3000, 'x');

    await description.fill(`${longest}x`);
    await form.getByText('1 character too many').waitFor();
    await send();
    await form.getByText('Please enter no more than 3000 characters.').waitFor();
    expect(await description.inputValue()).toBe(`${longest}x`);

    await description.fill(longest);
    await send();
    const filed = student.page.getByRole('dialog', { name: /^Ticket #\d+ filed$/ });
    await filed.waitFor();
    const { tickets } = await campus.stack().api.client.listTickets({ reporter: mei });
    expect(tickets.map(({ description: stored }) => stored)).toEqual([longest]);
  });

  test('a hint follows the typing and never touches what is typed', async () => {
    const student = await campus.visit(ada);
    const { form, description, send } = await newReport(student);
    await form.getByText('Your words decide which team gets the ticket.').waitFor();

    await description.pressSequentially('no wifi in the reading room', { delay: 15 });
    await form.getByText('Looks like: Technical IT.').waitFor();
    await description.pressSequentially(', third floor', { delay: 15 });
    await description.press('Home');
    await description.pressSequentially('Still ', { delay: 15 });

    expect(await description.inputValue()).toBe('Still no wifi in the reading room, third floor');
    await send();
    await student.page.getByRole('dialog', { name: /^Ticket #\d+ filed$/ }).waitFor();
    const { tickets } = await campus.stack().api.client.listTickets({ reporter: ada });
    expect(tickets[0]?.description).toBe('Still no wifi in the reading room, third floor');
  });

  test('emoji stay, and markup in a report is only letters', async () => {
    const student = await campus.visit(ada);
    const helper = await campus.visit(ben);
    const typed = '🔥 <!channel> *wifi* <https://evil.example|here> @ben & :fire:';

    await student.says(`/ticket ${typed}`);
    const form = student.dialog('Report a problem');
    await form.getByRole('button', { name: 'Send' }).click();
    await student.page.getByRole('dialog', { name: /filed$/ }).waitFor();

    const card = helper.messages.getByRole('article').filter({ hasText: '🔥 <!channel>' });
    await card.getByText(typed, { exact: true }).waitFor();
    expect(await card.getByRole('link').count()).toBe(0);
    expect(await card.locator('.mention, strong:text-is("wifi")').count()).toBe(0);
  });
});

async function newReport(student: Visitor) {
  await student.says('/ticket new');
  const form = student.dialog('Report a problem');
  const description = form.getByRole('textbox', { name: 'What is wrong?' });
  const send = () => form.getByRole('button', { name: 'Send' }).click();
  await description.waitFor();
  return { form, description, send };
}

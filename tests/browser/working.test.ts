import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { ada, ben, chloe, liam, openCampus } from './campus.ts';

describe.skipIf(withoutBrowser)('working on a ticket', () => {
  const campus = openCampus();

  test('the reporter edits a ticket, and both cards follow', async () => {
    const student = await campus.visit(ada);
    const helper = await campus.visit(ben);
    const number = await student.hasFiled('The tap drips');
    await student.opens('Campus Desk');

    await student.card(number).getByRole('button', { name: 'Edit' }).click();
    const form = student.dialog(`Edit ticket #${number}`);
    await form.getByRole('textbox', { name: 'What is wrong?' }).fill('The tap in the kitchen drips');
    await form.getByRole('textbox', { name: 'Where is it?' }).fill('House B');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });

    for (const person of [student, helper]) {
      await person.card(number).getByText('The tap in the kitchen drips').waitFor();
      await person.card(number).getByText('House B').waitFor();
    }
  });

  test('the helpdesk edits a ticket and sets its category, and the reporter is told', async () => {
    const student = await campus.visit(ada);
    const helper = await campus.visit(ben);
    const number = await student.hasFiled('It squeaks');
    await helper.card(number).getByText('The category is a guess. Which one is right?').waitFor();

    expect(await helper.card(number).getByRole('combobox', { name: 'Category' }).count()).toBe(0);
    await helper.card(number).getByRole('button', { name: 'Technical IT' }).click();
    await helper.card(number).getByText('The category is a guess.').waitFor({ state: 'detached' });
    await helper
      .card(number)
      .getByRole('combobox', { name: 'Category' })
      .selectOption({ label: 'Facility management' });
    await student.opens('Campus Desk');
    await student.card(number).getByText('Category: Facility management').waitFor();
    await helper.card(number).getByRole('button', { name: 'Edit' }).click();
    const form = helper.dialog(`Edit ticket #${number}`);
    await form.getByRole('textbox', { name: 'Where is it?' }).fill('Hall 3');
    await form.getByRole('button', { name: 'Save' }).click();

    await student.card(number).getByText('Hall 3').waitFor();
    await student.opensThreadOf(number);
    await student
      .reply(`Ben Hartmann changed the category of ticket #${number} to Facility management.`)
      .waitFor();
    await student.reply(`Ben Hartmann edited the location of ticket #${number}.`).waitFor();
  });

  test('a closed ticket has its note on both cards, and a follow-up can be filed', async () => {
    const student = await campus.visit(liam);
    const helper = await campus.visit(ben);
    const number = await student.hasFiled('No wifi on the roof');
    await student.opens('Campus Desk');

    await helper.card(number).getByRole('button', { name: 'Start work' }).click();
    await helper
      .card(number)
      .getByRole('button', { name: `Close ticket #${number}` })
      .click();
    const closing = helper.dialog(`Close ticket #${number}`);
    await closing.getByRole('textbox', { name: 'What was done?' }).fill('A new antenna');
    await closing.getByRole('button', { name: 'Close ticket' }).click();
    await helper.card(number).getByText('A new antenna').waitFor();
    expect(await helper.card(number).getByRole('button', { name: 'Edit' }).count()).toBe(0);

    await student.card(number).getByText('A new antenna').waitFor();
    await student.card(number).getByRole('button', { name: 'Still broken? File a follow-up' }).click();
    const form = student.dialog('Report a problem');
    await form
      .getByText(`Write what is still wrong. This becomes a new ticket that follows up on ticket #${number}.`)
      .waitFor();
    await form.getByRole('textbox', { name: 'What is wrong?' }).fill('Again no wifi on the roof');
    await form.getByRole('button', { name: 'Send' }).click();
    await student.dialog(`Ticket #${number + 1} filed`).waitFor();
    await helper
      .card(number + 1)
      .getByText(`Follow-up of: ticket #${number}`)
      .waitFor();
  });

  test('who reported a closed ticket is asked whether it is solved, and “Not really” brings its words', async () => {
    const student = await campus.visit(liam);
    const helper = await campus.visit(ben);
    const number = await student.hasFiled('The printer eats paper');
    await student.opens('Campus Desk');
    await helper.card(number).getByRole('button', { name: 'Start work' }).click();
    await helper
      .card(number)
      .getByRole('button', { name: `Close ticket #${number}` })
      .click();
    await helper.dialog(`Close ticket #${number}`).getByRole('button', { name: 'Close ticket' }).click();
    await student.card(number).getByText('by Ben Hartmann').waitFor();
    await student.card(number).getByText('Solved?').waitFor();

    await student.card(number).getByRole('button', { name: 'Not really' }).click();

    const form = student.dialog('Report a problem');
    const field = form.getByRole('textbox', { name: 'What is wrong?' });
    await field.waitFor();
    expect(await field.inputValue()).toBe('The printer eats paper');
    await form.getByRole('button', { name: 'Send' }).click();
    await student.dialog(`Ticket #${number + 1} filed`).waitFor();
    await helper.card(number).getByText('Solved: Not really').waitFor();
    expect(await student.card(number).getByRole('button', { name: 'Yes' }).count()).toBe(0);
  });

  test('of two who start at once one works, and the other reads who', async () => {
    const first = await campus.visit(ben);
    const second = await campus.visit(chloe);
    const student = await campus.visit(ada);
    const number = await student.hasFiled('The window is stuck');
    const { gate } = campus.stack();

    const buttons = [first, second].map(who => who.card(number).getByRole('button', { name: 'Start work' }));
    await Promise.all(buttons.map(button => button.waitFor()));
    gate.hold();
    // Nobody's call waits longer for the gate than two clicks take.
    await Promise.all(buttons.map(button => button.click()));
    gate.open();

    const starter = await Promise.race([
      first.messages
        .getByText('Already started by Chloé')
        .waitFor()
        .then(() => chloe),
      second.messages
        .getByText('Already started by Ben')
        .waitFor()
        .then(() => ben),
    ]);
    await first
      .card(number)
      .getByRole('heading', { name: `Ticket #${number} · Active` })
      .waitFor();
    await second
      .card(number)
      .getByRole('heading', { name: `Ticket #${number} · Active` })
      .waitFor();
    const ticket = await campus.stack().api.client.getTicket({ number, role: 'helpdesk' });
    expect(ticket.assignee?.id).toBe(starter);
  });
});

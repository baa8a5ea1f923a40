import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { ada, ben, openCampus } from './campus.ts';

describe.skipIf(withoutBrowser)('the Home tab of the app', () => {
  const campus = openCampus();

  test('reports a problem, and shows it to its reporter', async () => {
    const student = await campus.visit(ada);
    await student.opens('Campus Desk');
    await student.page.getByRole('button', { name: 'Home', exact: true }).click();
    const home = student.page.getByRole('region', { name: 'Home' });

    await home.getByRole('button', { name: 'Report a problem' }).click();
    const form = student.dialog('Report a problem');
    await form.getByRole('textbox', { name: 'What is wrong?' }).fill('The blackboard squeaks');
    await form.getByRole('button', { name: 'Send' }).click();
    const filed = student.page.getByRole('dialog', { name: /^Ticket #\d+ filed$/ });
    await filed.getByRole('button', { name: 'Done' }).click();

    await home.getByText('The blackboard squeaks').waitFor();
  });

  test('has helpdesk’s queue, from which a ticket is started', async () => {
    const student = await campus.visit(ada);
    const helper = await campus.visit(ben);
    const number = await student.hasFiled('The projector hums');
    await helper.opens('Campus Desk');
    await helper.page.getByRole('button', { name: 'Home', exact: true }).click();
    const home = helper.page.getByRole('region', { name: 'Home' });
    await home.getByRole('radio', { name: 'Helpdesk' }).click();
    await home.getByRole('heading', { name: 'Ticket queue' }).waitFor();

    await home.getByRole('button', { name: 'Unassigned' }).click();
    await home.getByText('The projector hums').waitFor();
    await home.getByRole('button', { name: `View ticket #${number}` }).click();
    const ticket = helper.dialog(`Ticket #${number}`);
    await ticket.getByRole('button', { name: 'Start work' }).click();
    await ticket.getByRole('button', { name: 'Done' }).click();

    await expect.poll(() => home.getByText('The projector hums').count()).toBe(0);
    await home.getByRole('button', { name: 'Mine' }).click();
    await home.getByText('The projector hums').waitFor();
  });

  test('lists are filtered by status, category and whose they are', async () => {
    const student = await campus.visit(ada);
    await student.hasFiled('The wifi of the gym is down');
    await student.hasFiled('The window of the gym is broken');
    await student.says('/ticket list');
    const list = student.dialog('All tickets');

    await list.getByRole('combobox', { name: 'Category' }).selectOption({ label: 'Technical IT' });
    await expect.poll(() => list.getByText('The window of the gym is broken').count()).toBe(0);
    await list.getByText('The wifi of the gym is down').waitFor();
    await list.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Active' });
    await student.dialog('Active tickets').getByText('No such tickets.').waitFor();
  });
});

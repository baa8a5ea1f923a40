import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { startStack } from '../support/stack.ts';
import { ada, ben, openCampus } from './campus.ts';

if (withoutBrowser) console.warn(`\nBROWSER TESTS ARE SKIPPED: ${withoutBrowser}\n`);

describe.skipIf(withoutBrowser)('the main job, in a browser', () => {
  const campus = openCampus({ stack: startStack });

  test('a student files a problem, the helpdesk works it, and both see every step', async () => {
    const student = await campus.visit(ada);
    const helper = await campus.visit(ben);

    await student.says('/ticket the wifi in the library is down');
    const form = student.dialog('Report a problem');
    const description = form.getByRole('textbox', { name: 'What is wrong?' });
    await description.waitFor();
    expect(await description.inputValue()).toBe('the wifi in the library is down');
    await form.getByRole('textbox', { name: 'Where is it?' }).fill('Library, 2nd floor');
    await form.getByRole('button', { name: 'Send' }).click();
    const filed = student.dialog('Ticket #1 filed');
    await filed.getByText('Technical IT').waitFor();
    await filed.getByRole('button', { name: 'Done' }).click();
    await student.opens('Campus Desk');
    await student.card(1).getByText('Library, 2nd floor').waitFor();

    await helper.opens('#helpdesk');
    await helper.card(1).getByRole('button', { name: 'Start work' }).click();
    await student.card(1).getByRole('heading', { name: 'Ticket #1 · Active' }).waitFor();
    await student.messages.getByRole('button', { name: /1 reply/ }).click();
    await student.reply('Ben Hartmann started work on ticket #1.').waitFor();

    await helper.card(1).getByRole('button', { name: 'Close ticket #1' }).click();
    const closing = helper.dialog('Close ticket #1');
    await closing.getByRole('textbox', { name: 'What was done?' }).fill('Restarted the access point');
    await closing.getByRole('button', { name: 'Close ticket' }).click();
    await student.card(1).getByRole('button', { name: 'Still broken? File a follow-up' }).waitFor();
    await student.reply(/closed ticket #1.*Restarted the access point/).waitFor();
    await helper.card(1).getByRole('heading', { name: 'Ticket #1 · Closed' }).waitFor();

    const ticket = await campus.stack().api.client.getTicket({ number: 1, role: 'helpdesk' });
    expect(ticket).toMatchObject({
      status: 'closed',
      reporter: { id: ada },
      assignee: { id: ben },
      closingNote: 'Restarted the access point',
    });
  });
});

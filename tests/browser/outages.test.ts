import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { ada, ben, liam, openCampus } from './campus.ts';

describe.skipIf(withoutBrowser)('when something is down', () => {
  const campus = openCampus();

  test('a modal keeps its text while the API is away, and sends it once it is back', async () => {
    const student = await campus.visit(ada);
    await student.says('/ticket the wifi is slow');
    const form = student.dialog('Report a problem');
    const where = form.getByRole('textbox', { name: 'Where is it?' });
    await where.fill('Canteen');

    campus.stack().gate.shut();
    await form.getByRole('button', { name: 'Send' }).click();
    await form.getByRole('alert').waitFor();
    expect(await form.getByRole('textbox', { name: 'What is wrong?' }).inputValue()).toBe('the wifi is slow');
    expect(await where.inputValue()).toBe('Canteen');

    campus.stack().gate.open();
    await form.getByRole('button', { name: 'Send' }).click();
    await student.page.getByRole('dialog', { name: /^Ticket #\d+ filed$/ }).waitFor();
    expect(await campus.stack().api.client.listTickets({ q: 'slow' })).toMatchObject({ total: 1 });
  });

  test('a list that cannot be had says so, and a button asks again', async () => {
    const student = await campus.visit(ada);
    const number = await student.hasFiled('The wifi of the library is gone');
    await student.says('/ticket');
    await student.dialog('Campus Desk').getByRole('button', { name: 'My tickets' }).waitFor();

    campus.stack().gate.shut();
    await student.dialog('Campus Desk').getByRole('button', { name: 'My tickets' }).click();
    const list = student.dialog('My tickets');
    await list.getByRole('button', { name: 'Try again' }).waitFor();

    campus.stack().gate.open();
    await list.getByRole('button', { name: 'Try again' }).click();
    await list.getByRole('button', { name: `View ticket #${number}` }).waitFor();
  });

  test('a command that reaches no app says so under the composer, with the text kept', async () => {
    const student = await campus.visit(liam);
    await student.page.getByRole('button', { name: 'Inspector' }).click();
    const inspector = student.page.getByRole('region', { name: 'Inspector' });
    await inspector.getByRole('button', { name: 'Make trouble' }).click();
    await inspector.getByRole('checkbox', { name: 'App down' }).check();

    await student.says('/ticket help');
    await student.page.getByRole('alert').filter({ hasText: '/ticket failed' }).waitFor();
    expect(await student.composer.inputValue()).toBe('/ticket help');
    await student.page.getByText('The app is not running').waitFor();
    await inspector.getByRole('group').filter({ hasText: 'connection_failed' }).first().waitFor();

    await inspector.getByRole('button', { name: 'Trouble is on' }).waitFor();
    await inspector.getByRole('button', { name: 'Turn all off' }).click();
    await inspector.getByRole('button', { name: 'Make trouble' }).waitFor();
    await student.composer.press('Enter');
    await student.messages.getByText('What you can type:').waitFor();
    await student.page.getByText('The app is not running').waitFor({ state: 'detached' });
  });

  test('the inspector shows a refused call with its reason and its request', async () => {
    const helper = await campus.visit(ben);
    await helper.page.getByRole('button', { name: 'Inspector' }).click();
    const inspector = helper.page.getByRole('region', { name: 'Inspector' });
    await inspector.getByRole('button', { name: 'Make trouble' }).click();
    await inspector.getByRole('combobox', { name: 'Method' }).selectOption('views.open');
    await inspector
      .getByRole('combobox', { name: 'What happens to it' })
      .selectOption({ label: 'is refused' });
    await inspector.getByRole('button', { name: 'Stop the trouble with views.open' }).waitFor();

    await helper.says('/ticket');
    await inspector.getByRole('button', { name: 'Refused' }).click();
    const call = inspector.getByRole('group').filter({ hasText: 'views.open' }).first();
    await call.getByText('fatal_error').waitFor();
    await call.getByText('views.open').click();
    await call.getByRole('region', { name: 'Request' }).getByText('"trigger_id"').waitFor();
  });
});

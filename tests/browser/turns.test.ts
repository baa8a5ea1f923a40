import { describe, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { ada, ben, openCampus } from './campus.ts';

describe.skipIf(withoutBrowser)('whose turn it is', () => {
  const campus = openCampus();

  test('stands on both cards, turns with every answer, and sorts the queue', async () => {
    const student = await campus.visit(ada);
    const helper = await campus.visit(ben);
    const number = await student.hasFiled('The heating hums');
    await student.opens('Campus Desk');
    await helper.card(number).getByText('Waiting for helpdesk').waitFor();
    await student.card(number).getByText('Waiting for helpdesk').waitFor();

    await helper.opensThreadOf(number);
    await helper.replies('Since when?');

    await student.card(number).getByText('Waiting for Ada Okafor').waitFor();
    await helper.card(number).getByText('Waiting for Ada Okafor').waitFor();
    await helper.says('/ticket list as helpdesk');
    const queue = helper.dialog('Ticket queue');
    await queue.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Waiting for us' });
    await queue.getByText('Nothing is waiting for us.').waitFor();
    await queue.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Waiting for them' });
    await queue.getByText('The heating hums').waitFor();
    await queue.getByRole('button', { name: 'Done' }).click();

    await student.opensThreadOf(number);
    await student.replies('Since Monday');
    await helper.card(number).getByText('Waiting for helpdesk').waitFor();
  });
});

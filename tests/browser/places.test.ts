import { readFileSync } from 'node:fs';
import { describe, test } from 'vitest';
import { readCampusFile } from '../../api/campus/read-campus-file.ts';
import { demoCampusFile } from '../../demo-campus.ts';
import { withoutBrowser } from '../support/browser.ts';
import { startStack } from '../support/stack.ts';
import { ada, ben, openCampus } from './campus.ts';

describe.skipIf(withoutBrowser)('places', () => {
  const campus = openCampus({
    stack: () =>
      startStack({
        isQuick: true,
        patienceMs: 5000,
        campus: readCampusFile({ text: readFileSync(demoCampusFile, 'utf8'), name: 'demo-campus.yaml' }),
      }),
  });

  test('a place is found when a ticket is filed, corrected with one choice, and searched for', async () => {
    const student = await campus.visit(ada);
    const helper = await campus.visit(ben);
    const number = await student.hasFiled('No light in the gym since Monday');

    await helper.opens('helpdesk');
    await helper.card(number).getByText('Place: Sports Centre').waitFor();
    await helper.says(`/ticket ${number} as helpdesk`);
    const ticket = helper.dialog(`Ticket #${number}`);
    await ticket.getByRole('combobox', { name: 'Place' }).selectOption({ label: 'Music School' });
    await ticket.getByText('Place: Music School').waitFor();
    await ticket.getByRole('button', { name: 'Done' }).click();
    await helper.card(number).getByText('Place: Music School').waitFor();

    await student.says('/ticket search light place:"music school"');
    const found = student.dialog('Search');
    await found.getByText('1 ticket for “light”, place: Music School').waitFor();
    await found.getByText(/Music School · Ada Okafor/).waitFor();
  });
});

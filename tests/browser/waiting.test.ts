import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { ada, ben, openCampus } from './campus.ts';

describe.skipIf(withoutBrowser)('waiting', () => {
  const campus = openCampus();

  test('stands on both cards with its reason until the reporter writes', async () => {
    const student = await campus.visit(ada);
    const helper = await campus.visit(ben);
    const number = await student.hasFiled('The lift stands still');
    await student.opens('Campus Desk');
    await helper.card(number).getByRole('button', { name: 'Start work' }).click();
    await helper.card(number).getByText('Assigned to: ').waitFor();

    await helper.card(number).getByRole('button', { name: 'More options' }).click();
    await helper.page.getByRole('menuitem', { name: 'Wait' }).click();
    const form = helper.dialog(`Let #${number} wait`);
    await form.getByLabel('Until when?').fill('2020-01-01T09:00');
    await form.getByRole('textbox', { name: 'What for?' }).fill('A spare part from Graz');
    await form.getByRole('button', { name: 'Wait', exact: true }).click();
    await form.getByText('That date is in the past. Choose a later one.').waitFor();
    await form.getByLabel('Until when?').fill('2030-12-05T09:00');
    await form.getByRole('button', { name: 'Wait', exact: true }).click();
    await form.waitFor({ state: 'detached' });

    for (const person of [student, helper]) {
      await person.card(number).getByText('Waiting until ').waitFor();
      await person.card(number).getByText('A spare part from Graz').waitFor();
    }
    expect(await helper.card(number).getByText('Waiting for helpdesk').count()).toBe(0);
    const file = process.env.WAITING_PICTURE;
    if (file !== undefined) await helper.page.screenshot({ path: file });

    await student.opensThreadOf(number);
    await student.reply('lets ticket').waitFor();
    await student.replies('It moves again');
    await helper.card(number).getByText('Waiting for helpdesk').waitFor();
    await helper.opensThreadOf(number);
    await helper.reply(`Ticket #${number} is no longer waiting: Ada Okafor has written.`).waitFor();
  });
});

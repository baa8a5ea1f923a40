import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { ada, ben, liam, mei, openCampus } from './campus.ts';

describe.skipIf(withoutBrowser)('what others have reported already', () => {
  const campus = openCampus();

  test('is offered while somebody types, joined with one click, and shown on the card', async () => {
    const number = await (await campus.visit(ada)).hasFiled('Room 2.14 is much too cold, the heating is off');
    const student = await campus.visit(liam);
    const helper = await campus.visit(ben);

    await student.says('/ticket new');
    const form = student.dialog('Report a problem');
    const description = form.getByRole('textbox', { name: 'What is wrong?' });
    await description.fill('aula 2.14 fredda, riscaldamento spento');
    const same = form.getByRole('button', { name: `Same here: ticket #${number}` });
    await same.waitFor();
    await description.press('End');
    await description.pressSequentially(' da ieri', { delay: 15 });
    expect(await description.inputValue()).toBe('aula 2.14 fredda, riscaldamento spento da ieri');
    await same.click();

    const joined = student.dialog(`Same here: #${number}`);
    await joined.getByText('2 people').waitFor();
    await joined.getByText(`You have joined ticket #${number}.`).waitFor();
    await helper.card(number).getByText('2 people').waitFor();
  });

  test('is asked about once before it is filed, with what was typed still there', async () => {
    const number = await (await campus.visit(ada)).hasFiled('The lift in building B is stuck');
    const student = await campus.visit(mei);

    await student.says('/ticket new');
    const form = student.dialog('Report a problem');
    await form.getByRole('textbox', { name: 'What is wrong?' }).fill('lift stuck in building B');
    await form.getByRole('textbox', { name: 'Where is it?' }).fill('by the stairs');
    await form.getByRole('button', { name: 'Send' }).click();
    await form.getByText('If not, press Send again.').waitFor();
    await form.getByRole('button', { name: `Same here: ticket #${number}` }).waitFor();
    expect(await form.getByRole('textbox', { name: 'Where is it?' }).inputValue()).toBe('by the stairs');
    await form.getByRole('button', { name: 'Send' }).click();

    await student.page.getByRole('dialog', { name: /^Ticket #\d+ filed$/ }).waitFor();
  });
});

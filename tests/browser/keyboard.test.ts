import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { ada, ben, openCampus } from './campus.ts';

describe.skipIf(withoutBrowser)('with the keyboard alone', () => {
  const campus = openCampus();

  test('the main job is done, and the focus is never lost', async () => {
    const student = await campus.visit(ada);
    const { page } = student;

    await focusOf(student.composer);
    await page.keyboard.type('/tic');
    await page.getByRole('option', { name: /^\/ticket/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('no wifi in the attic');
    await page.keyboard.press('Enter');
    await focusOf(page.getByRole('textbox', { name: 'What is wrong?' }));
    await page.keyboard.press('Tab');
    await page.keyboard.type('Room 9');
    await page.keyboard.press('Enter');
    await focusOf(student.dialog('Ticket #1 filed').getByRole('button', { name: 'View ticket' }));
    await page.keyboard.press('Escape');
    await focusOf(student.composer);

    const helper = await campus.visit(ben);
    const { keyboard } = helper.page;
    const close = helper.card(1).getByRole('button', { name: 'Close ticket #1' });
    await focusOf(helper.composer);
    await move('Shift+Tab', helper.card(1).getByRole('button', { name: 'Start work' }));
    await keyboard.press('Enter');
    await focusOf(close);
    await move('Tab', helper.card(1).getByRole('button', { name: 'Reply in thread' }));
    await keyboard.press('Enter');
    await focusOf(helper.thread.getByRole('textbox'));
    await keyboard.type('On my way');
    await keyboard.press('Enter');
    await helper.reply('On my way').waitFor();
    await keyboard.press('Escape');
    await focusOf(helper.card(1).getByRole('button', { name: 'Reply in thread' }));

    await move('Shift+Tab', close);
    await keyboard.press('Enter');
    await focusOf(helper.page.getByRole('textbox', { name: 'What was done?' }));
    await keyboard.type('A new cable');
    await move('Tab', helper.page.getByRole('button', { name: 'Close ticket', exact: true }));
    await keyboard.press('Enter');
    await helper.card(1).getByText('A new cable').waitFor();
    const { status } = await campus.stack().api.client.getTicket({ number: 1, role: 'helpdesk' });
    expect(status).toBe('closed');
  });

  test('the entrance begins at the role that is chosen', async () => {
    const helper = await campus.visit(ben);
    const entrance = helper.dialog('Campus Desk');

    await helper.says('/ticket as helpdesk');
    await focusOf(entrance.getByRole('radio', { name: 'Helpdesk' }));
    await helper.page.keyboard.press('ArrowUp');
    await entrance.getByRole('button', { name: 'Report a problem' }).waitFor();
    await focusOf(entrance.getByRole('radio', { name: 'User' }));
  });

  test('another person and another conversation are chosen', async () => {
    const { page } = await campus.visit(ben);
    const people = page.getByRole('combobox', { name: 'Acting as' });
    await page.getByRole('textbox', { name: 'Message #helpdesk' }).waitFor();

    await move('Shift+Tab', people);
    await page.keyboard.type('Ada');
    await page.getByRole('textbox', { name: 'Message #general' }).waitFor();
    await focusOf(people);
    await move('Tab', page.getByRole('link', { name: 'Campus Desk' }));
    await page.keyboard.press('Enter');
    await focusOf(page.getByRole('textbox', { name: 'Message Campus Desk' }));
  });
});

/** Presses a key until this control has the focus. */
async function move(key: 'Tab' | 'Shift+Tab', control: Locator): Promise<void> {
  await control.waitFor();
  const { keyboard } = control.page();
  for (let steps = 0; steps < 40; steps += 1) {
    await keyboard.press(key);
    if (await hasFocus(control)) return;
  }
  throw new Error(`${control} is not reached by ${key}`);
}

function focusOf(control: Locator): Promise<void> {
  return expect.poll(() => hasFocus(control), { message: `${control}` }).toBe(true);
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate(node => node === document.activeElement);
}

/** The browser's, where `evaluate` runs. */
declare const document: { activeElement: object };

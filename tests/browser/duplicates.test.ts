import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { ada, ben, mei, openCampus } from './campus.ts';

describe.skipIf(withoutBrowser)('duplicates', () => {
  const campus = openCampus();

  test('are marked from a card, answered together, and closed with their original', async () => {
    const student = await campus.visit(mei);
    const helper = await campus.visit(ben);
    const first = await campus.visit(ada).then(visitor => visitor.hasFiled('No power in building B'));
    const second = await student.hasFiled('The power is gone in building B');

    await helper.card(second).getByRole('button', { name: 'More options' }).click();
    await helper.page.getByRole('menuitem', { name: 'Duplicate of' }).click();
    const form = helper.dialog(`Duplicate: #${second}`);
    await form.getByRole('textbox', { name: 'Or the number of another ticket' }).fill(`#${second}`);
    await form.getByRole('button', { name: 'Mark as duplicate' }).click();
    await form.getByText('A ticket is no duplicate of itself. Name another one.').waitFor();
    await form.getByRole('textbox', { name: 'Or the number of another ticket' }).fill(`#${first}`);
    await form.getByRole('button', { name: 'Mark as duplicate' }).click();
    await form.waitFor({ state: 'detached' });
    await helper.card(second).getByRole('button', { name: 'is not a duplicate' }).waitFor();
    await helper.card(first).getByText('2 people').waitFor();

    await helper.card(first).getByRole('button', { name: 'Answer all' }).click();
    const answer = helper.dialog(`Answer all: #${first}`);
    await answer.getByRole('textbox', { name: 'Your message' }).fill('An electrician is on the way');
    await answer.getByRole('button', { name: 'Send to all' }).click();
    await answer.waitFor({ state: 'detached' });
    await student.opens('Campus Desk');
    await student.opensThreadOf(second);
    await student.reply('An electrician is on the way').waitFor();

    await helper.card(first).getByRole('button', { name: 'Start work' }).click();
    await student.reply(`started work on ticket #${first}`).waitFor();
    await helper.card(first).getByRole('button', { name: 'Close' }).click();
    const closing = helper.dialog(`Close ticket #${first}`);
    const withIt = closing.getByRole('checkbox', { name: 'Close it too, with the same note' });
    expect(await withIt.isChecked()).toBe(true);
    await closing.getByRole('textbox', { name: 'What was done?' }).fill('A new fuse');
    await closing.getByRole('button', { name: 'Close ticket' }).click();

    await student.reply(`together with ticket #${first}`).waitFor();
    await helper
      .card(second)
      .getByRole('heading', { name: `Ticket #${second} · Closed` })
      .waitFor();
    expect(await student.reply('closed ticket').count()).toBe(1);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCampusFile } from '../../api/campus/read-campus-file.ts';
import { demoCampusFile } from '../../demo-campus.ts';
import { png } from '../bot/sync/support/drop-file.ts';
import { withoutBrowser } from '../support/browser.ts';
import { startStack } from '../support/stack.ts';
import { ada, ben, chloe, liam, openCampus } from './campus.ts';

describe.skipIf(withoutBrowser)('the threads of a ticket', () => {
  const campus = openCampus({
    stack: () =>
      startStack({
        isQuick: true,
        campus: readCampusFile({ text: readFileSync(demoCampusFile, 'utf8'), name: 'demo-campus.yaml' }),
      }),
  });

  /** A ticket of this person, its thread open on both sides. */
  async function bothInThread(reporter: string) {
    const student = await campus.visit(reporter);
    const helper = await campus.visit(ben);
    const number = await student.hasFiled('The printer prints nothing');
    await student.opens('Campus Desk');
    await student.opensThreadOf(number);
    await helper.opensThreadOf(number);
    return { student, helper, number };
  }

  test('what one side writes the other side reads, with its edit and its end', async () => {
    const { student, helper, number } = await bothInThread(ada);

    await helper.replies('Which of the *two* printers?');
    await student.reply('Which of the *two* printers?').getByText('Ben Hartmann', { exact: true }).waitFor();
    await student.replies('The grey one 🖨️');
    await helper.reply('The grey one 🖨️').getByText('Ada Okafor', { exact: true }).waitFor();

    await student.chooses(student.reply('The grey one'), 'Edit message');
    const edited = student.thread.getByRole('textbox', { name: 'Edit message' });
    await edited.fill('The white one');
    await edited.press('Enter');
    await helper.reply('The white one').getByText('(edited)').waitFor();

    await student.chooses(student.reply('The white one'), 'Delete message…');
    await student.dialog('Delete message').getByRole('button', { name: 'Delete' }).click();
    await helper.reply('(message deleted)').waitFor();
    expect(await helper.reply('The white one').count()).toBe(0);

    await helper.says(`/ticket ${number} as helpdesk`);
    await helper.dialog(`Ticket #${number}`).getByText('Which of the *two* printers?').waitFor();
  });

  test('a note is for helpdesk alone, written with ;; or from the menu of the card', async () => {
    const { student, helper, number } = await bothInThread(ada);
    await helper.card(number).getByText('Replies here reach Ada Okafor; begin with ;; for a note.').waitFor();

    await helper.replies(';; Third call about this printer');
    await helper.card(number).getByRole('button', { name: 'More options' }).click();
    await helper.page.getByRole('menuitem', { name: 'Note' }).click();
    const form = helper.dialog(`Note on #${number}`);
    await form.getByLabel('Your note').fill('The fuser is worn out');
    await form.getByRole('button', { name: 'Save note' }).click();
    await helper.reply('The fuser is worn out').getByText('(note, only helpdesk sees it)').waitFor();

    await helper.replies('Which of the two printers?');
    await student.reply('Which of the two printers?').waitFor();
    expect(await student.reply(/Third call|fuser/).count()).toBe(0);

    await helper.chooses(helper.reply('Which of the two printers?'), 'Edit message');
    const edited = helper.thread.getByRole('textbox', { name: 'Edit message' });
    await edited.fill(';; Which of the two printers?');
    await edited.press('Enter');
    await student.reply('Which of the two printers?').waitFor({ state: 'detached' });
  });

  test('an answer of the campus file is edited and sent from the menu of the card', async () => {
    const { student, helper, number } = await bothInThread(ada);

    await helper.card(number).getByRole('button', { name: 'More options' }).click();
    await helper.page.getByRole('menuitem', { name: 'Answer' }).click();
    const form = helper.dialog(`Answer #${number}`);
    await form.getByRole('combobox', { name: 'Which answer?' }).selectOption({ label: 'Joining eduroam' });
    const message = form.getByLabel('Your message');
    await message.fill(`${await message.inputValue()} Ask us again if not.`);
    await form.getByRole('button', { name: 'Send' }).click();

    await student.reply('Does it work then? Ask us again if not.').waitFor();
  });

  test('a thread says whether Slack notifies of its answers: who only reads it does not follow it', async () => {
    const { helper } = await bothInThread(ada);
    await helper.thread.getByText('Not following', { exact: true }).waitFor();

    await helper.replies('Which room?');

    await helper.thread.getByText('Following', { exact: true }).waitFor();
  });

  test('a thread counts what is there for everybody, not what one person alone sees', async () => {
    const { helper } = await bothInThread(ada);
    await helper.replies(';; The fuse was bad');
    await helper.chooses(helper.reply('The fuse was bad'), 'Edit message');
    const edited = helper.thread.getByRole('textbox', { name: 'Edit message' });
    await edited.fill('The fuse was bad');
    await edited.press('Enter');

    await helper.thread.getByText('This stays a note').waitFor();

    await helper.thread.getByText('1 reply', { exact: true }).waitFor();
    await helper.messages.getByText('1 reply', { exact: true }).last().waitFor();
  });

  test('a reaction is there for everybody, and pressing it takes part', async () => {
    const { student, helper } = await bothInThread(ada);
    await helper.replies('Somebody is on the way');

    const said = helper.reply('Somebody is on the way');
    await said.hover();
    await said.getByRole('button', { name: 'Add reaction' }).click();
    await helper.page.getByRole('textbox', { name: 'Search emoji' }).fill('tada');
    await helper.page.keyboard.press('Enter');

    const reaction = said.getByRole('button', { name: 'tada 1' });
    await reaction.waitFor();
    expect(await reaction.getAttribute('aria-pressed')).toBe('true');
    await reaction.click();
    await reaction.waitFor({ state: 'detached' });
    await student.reply('Somebody is on the way').waitFor();
  });

  test('a file goes along by its name, as a link', async () => {
    const { student, helper } = await bothInThread(liam);

    await student.thread.locator('input[type=file]').setInputFiles({
      name: 'empty page.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('nothing'),
    });
    await student.thread.getByRole('list', { name: 'Attached files' }).getByText('7 bytes').waitFor();
    await student.replies('This is all it prints');

    await student.reply('This is all it prints').getByRole('link', { name: 'empty page.txt' }).waitFor();
    await helper
      .reply('This is all it prints')
      .getByRole('link', { name: /^empty page\.txt/ })
      .waitFor();
  });

  test('a photo is a photo on the other side too, seen only by those it was shared with', async () => {
    const { student, helper } = await bothInThread(liam);

    await student.thread.locator('input[type=file]').setInputFiles({
      name: 'lamp.png',
      mimeType: 'image/png',
      buffer: png,
    });
    await student.thread.getByRole('list', { name: 'Attached files' }).getByText('lamp.png').waitFor();
    await student.replies('It looks like this');

    const photo = helper.thread.getByRole('img', { name: 'lamp.png' });
    await photo.waitFor();
    expect(await photo.evaluate(image => 'naturalWidth' in image && image.naturalWidth)).toBe(1);
    const original = await student.thread.getByRole('img', { name: 'lamp.png' }).getAttribute('src');
    const forStranger = new URL(`${original}`.replace(liam, ada), campus.stack().sandbox.url);
    expect((await fetch(forStranger)).status).toBe(404);
  });

  test('writing under a closed ticket is kept and answered with a way on', async () => {
    const { student, helper, number } = await bothInThread(ada);
    const actor = { id: ben, name: 'ben', role: 'helpdesk' } as const;
    await campus.stack().api.client.changeTicket({ number, status: 'active', actor });
    await campus.stack().api.client.changeTicket({ number, status: 'closed', actor });

    await student.replies('It is broken again');

    await helper.reply('It is broken again').waitFor();
    await student
      .reply(`Ticket #${number} is closed. Your message is kept`)
      .getByRole('button', { name: 'Still broken? File a follow-up' })
      .waitFor();
  });

  test('a message becomes a ticket with “Create ticket”, and its thread the conversation', async () => {
    const helper = await campus.visit(chloe);
    await helper.says('The lamp over desk 14 flickers');
    const message = helper.messages.getByRole('article').filter({ hasText: 'desk 14 flickers' });
    await message.hover();
    await message.getByRole('button', { name: 'Reply in thread' }).click();
    await helper.replies('Since Monday');
    await helper.reply('Since Monday').waitFor();

    await helper.chooses(message, 'Create ticket');
    const form = helper.dialog('Report a problem');
    const description = form.getByRole('textbox', { name: 'What is wrong?' });
    await expect.poll(() => description.inputValue()).toBe('The lamp over desk 14 flickers');
    await form.getByRole('button', { name: 'Send' }).click();
    const filed = helper.page.getByRole('dialog', { name: /^Ticket #\d+ filed$/ });
    await filed.getByRole('button', { name: 'Done' }).click();

    const card = helper.messages.getByRole('article').filter({ hasText: 'From: http' });
    await card.getByRole('button', { name: '1 reply' }).click();
    await helper.reply('Since Monday').getByText('Chloé Dubois', { exact: true }).waitFor();
  });
});

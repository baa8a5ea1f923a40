import { describe, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { ben, liam, mei, openCampus } from './campus.ts';

const giulia = 'U07GIULIA';
const lena = 'U08LENA';

describe.skipIf(withoutBrowser)('people of several languages', () => {
  const campus = openCampus();

  test('each reads their own, channels that of the campus, and a hidden name stays hidden', async () => {
    const student = await campus.visit(giulia);
    await student.says('/ticket La porta della palestra non si chiude');
    const form = student.dialog('Segnala un problema');
    await form.getByRole('checkbox', { name: 'Nascondi il mio nome' }).check();
    await form.getByRole('button', { name: 'Invia' }).click();
    const filed = student.page.getByRole('dialog', { name: /^Registrato: #\d+$/ });
    await filed.getByRole('button', { name: 'Fatto' }).click();

    const helper = await campus.visit(ben);
    await helper.opens('helpdesk');
    const card = helper.messages.getByRole('article').filter({ hasText: 'La porta della palestra' });
    await card.getByText('Giulia Romano (name hidden from others)').waitFor();
    await card.getByRole('button', { name: 'Start work' }).click();
    await student.opens('Campus Desk');
    await student.messages.getByRole('heading', { name: /^Ticket #\d+ · In lavorazione$/ }).waitFor();

    const other = await campus.visit(lena);
    await other.says('/ticket suchen palestar');
    const found = other.dialog('Suche');
    await found.getByText('„palestra“').waitFor();
    await found.getByText(/Jemand · /).waitFor();
    await found.getByText('Giulia').waitFor({ state: 'detached' });
  });

  test('several who report the same are one message with one button', async () => {
    const ada = await campus.visit('U01ADA');
    await ada.hasFiled('The wifi in the library is down');
    for (const person of [liam, mei, 'U04ROSA'])
      await (await campus.visit(person)).hasFiled('No wifi in the library, nothing connects');

    const helper = await campus.visit(ben);
    await helper.opens('helpdesk');
    const wave = helper.messages.getByRole('article').filter({ hasText: 'Several people report the same' });
    await wave.getByRole('button', { name: 'Group them' }).click();
    await wave.getByText('Grouped: the others are duplicates of ticket').waitFor();
  });
});

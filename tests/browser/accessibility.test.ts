import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { ada, ben, openCampus } from './campus.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** In the dark only the colours are other ones. */
const looks = {
  light: {
    runOnly: { type: 'tag', values: standards },
    rules: { 'target-size': { enabled: true } },
  },
  dark: { runOnly: { type: 'rule', values: ['color-contrast'] } },
};

describe.skipIf(withoutBrowser)('WCAG 2.2 AA', () => {
  const campus = openCampus();

  test('holds for conversation, thread, menus and inspector', async () => {
    const helper = await campus.visit(ben);
    const student = await campus.visit(ada);
    const number = await student.hasFiled('The wifi of the tower is slow');
    await helper.opensThreadOf(number);
    await helper.replies('Which *floor*? See https://status.example.edu :eyes:');
    await helper.reply('Which floor?').waitFor();
    await helper.says('/ticket list nonsense');
    await helper.messages.getByText('Only visible to you').waitFor();
    await helper.page.getByRole('button', { name: 'Inspector' }).click();
    await helper.page.getByRole('button', { name: 'Make trouble' }).click();
    const requests = helper.page.getByRole('region', { name: 'Requests' });
    await requests.getByText('chat.postMessage', { exact: true }).first().click();
    await expectNoFaults(helper.page);

    await helper.page.getByRole('button', { name: 'Close inspector' }).click();
    await helper.thread.getByRole('button', { name: 'Emoji' }).click();
    await expectNoFaults(helper.page);
    await helper.page.keyboard.press('Escape');
    await helper.composer.click();
    await helper.page.keyboard.type('@');
    await helper.page.getByRole('listbox').waitFor();
    await expectNoFaults(helper.page);
  });

  test('holds for the Home tab', async () => {
    const helper = await campus.visit(ben);
    await (await campus.visit(ada)).hasFiled('The tap of the tower drips');
    await helper.opens('Campus Desk');
    await helper.page.getByRole('button', { name: 'Home', exact: true }).click();
    const home = helper.page.getByRole('region', { name: 'Home' });
    await home.getByRole('radio', { name: 'Helpdesk' }).click();
    await home.getByText('The tap of the tower drips').waitFor();

    await expectNoFaults(helper.page);
  });

  test('holds for every modal', async () => {
    const { page, ...person } = await campus.visit(ada);
    const number = await person.hasFiled('The wifi of the tower is slow');

    await person.says('/ticket');
    await person.dialog('Campus Desk').getByRole('radio', { name: 'Helpdesk' }).click();
    await person.dialog('Campus Desk').getByRole('button', { name: 'Ticket queue' }).waitFor();
    await expectNoFaults(page);
    await page.getByRole('button', { name: 'Ticket queue' }).click();
    await person.dialog('Ticket queue').waitFor();
    await expectNoFaults(page);
    await page.getByRole('button', { name: `View ticket #${number}` }).click();
    await person.dialog(`Ticket #${number}`).getByRole('combobox', { name: 'Category' }).waitFor();
    await expectNoFaults(page);
    await person.dialog(`Ticket #${number}`).getByRole('button', { name: 'Edit' }).click();
    const form = person.dialog(`Edit ticket #${number}`);
    await form.getByRole('textbox', { name: 'What is wrong?' }).fill('');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByRole('alert').waitFor();
    await expectNoFaults(page);
  });

  test('holds on a phone, and side by side', async () => {
    const student = await campus.visit(ada, { viewport: { width: 390, height: 844 } });
    const number = await student.hasFiled('The wifi of the tower is slow');
    await student.page.getByRole('button', { name: 'Acting as Ada Okafor' }).click();
    await student.page.getByRole('navigation').waitFor();
    await expectNoFaults(student.page);
    await student.opens('Campus Desk');
    await student.card(number).waitFor();
    await expectNoFaults(student.page);

    const both = await campus.visit(ada, { address: `/?as=${ada}&beside=${ben}` });
    await both.page.frameLocator('iframe').last().getByRole('textbox').waitFor();
    await expectNoFaults(both.page);
  });
});

/** What axe finds on the page as it stands, light and dark. */
async function expectNoFaults(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect({ [colorScheme]: await faultsOf({ page, colorScheme }) }).toEqual({ [colorScheme]: [] });
  }
}

type FaultsOfInput = { page: Page; colorScheme: keyof typeof looks };

async function faultsOf({ page, colorScheme }: FaultsOfInput): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const options = { ...looks[colorScheme], resultTypes: ['violations'] };
  const found = await page.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, withoutBrowser } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';

if (withoutBrowser) console.warn(`\nBROWSER TESTS ARE SKIPPED: ${withoutBrowser}\n`);

describe.skipIf(withoutBrowser)('the main job, in a browser', () => {
  let desk: Desk;
  let browser: Browser;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  test('a student files a problem, the helpdesk works it, and both see every step', async () => {
    const ada = await openAs('U01ADA');
    const ben = await openAs('U05BEN');

    await say({ page: ada, text: '/ticket the wifi in the library is down' });
    const form = ada.getByRole('dialog', { name: 'Report a problem' });
    await expectText(
      form.getByRole('textbox', { name: 'What is wrong?' }),
      'the wifi in the library is down',
    );
    await form.getByRole('textbox', { name: 'Where is it?' }).fill('Library, 2nd floor');
    await form.getByRole('button', { name: 'Send' }).click();
    const filed = ada.getByRole('dialog', { name: 'Ticket #1 filed' });
    await filed.getByText('Technical IT').waitFor();
    await filed.getByRole('button', { name: 'Done' }).click();
    await open({ page: ada, conversation: 'Campus Desk' });
    await ada.getByRole('log').getByText('Library, 2nd floor').waitFor();

    await open({ page: ben, conversation: '#helpdesk' });
    await ben.getByRole('button', { name: 'Start work' }).click();
    await ada.getByRole('log').getByText('Active').waitFor();
    await ada.getByRole('button', { name: /1 reply/ }).click();
    await ada.getByText(/started work on ticket #1/).waitFor();

    await ben.getByRole('button', { name: 'Close ticket #1' }).click();
    const closing = ben.getByRole('dialog', { name: 'Close ticket #1' });
    await closing.getByRole('textbox', { name: 'What was done?' }).fill('Restarted the access point');
    await closing.getByRole('button', { name: 'Close' }).last().click();
    await ada.getByRole('log').first().getByText('Still broken? File a follow-up').waitFor();
    await ada
      .getByText(/Restarted the access point/)
      .first()
      .waitFor();
    await ben.getByRole('button', { name: 'Start work' }).waitFor({ state: 'detached' });

    const ticket = await desk.api.client.getTicket({ number: 1, role: 'helpdesk' });
    expect(ticket).toMatchObject({
      status: 'closed',
      reporter: { id: 'U01ADA' },
      assignee: { id: 'U05BEN' },
      closingNote: 'Restarted the access point',
    });
  }, 60_000);

  async function openAs(person: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(8000);
    await page.goto(`${desk.sandbox.url}/?as=${person}`);
    return page;
  }
});

async function say({ page, text }: { page: Page; text: string }): Promise<void> {
  const composer = page.getByRole('textbox', { name: /^Message / }).first();
  await composer.fill(text);
  await composer.press('Enter');
}

async function open({ page, conversation }: { page: Page; conversation: string }): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: conversation }).click();
}

async function expectText(field: ReturnType<Page['getByRole']>, text: string): Promise<void> {
  expect(await field.inputValue()).toBe(text);
}

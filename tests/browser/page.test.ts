import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { withoutBrowser } from '../support/browser.ts';
import { ada, ben, openCampus } from './campus.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(withoutBrowser)('the page', () => {
  const campus = openCampus();

  test('fits a phone: the main job is done with a finger, and nothing is wider than the screen', async () => {
    const { page, ...person } = await campus.visit(ada, phone);

    await person.says('/ticket the wifi at the gate is gone');
    const form = person.dialog('Report a problem');
    await form.getByRole('textbox', { name: 'Where is it?' }).fill('Gate 2');
    await expectNothingWider(page);
    await form.getByRole('button', { name: 'Send' }).tap();
    const filed = page.getByRole('dialog', { name: /^Ticket #\d+ filed$/ });
    await filed.getByRole('button', { name: 'Done' }).tap();
    const number = await campus.stack().api.client.listTickets({ q: 'gate' }).then(numberOf);

    await page.getByRole('button', { name: 'Acting as Ada Okafor' }).tap();
    await page.getByRole('combobox', { name: 'Acting as' }).selectOption({ label: 'Ben Hartmann' });
    await page.getByRole('navigation').getByRole('link', { name: '#helpdesk' }).tap();
    const card = person.card(number);
    const close = card.getByRole('button', { name: `Close ticket #${number}` });
    await card.getByRole('button', { name: 'Start work' }).tap();
    await close.waitFor();
    await expectNothingWider(page);

    await card.getByRole('button', { name: 'Reply in thread' }).tap();
    await person.replies('I am coming');
    await person.reply('I am coming').waitFor();
    await expectNothingWider(page);
    await person.thread.getByRole('button', { name: 'Close thread' }).tap();

    await close.tap();
    await page.getByRole('textbox', { name: 'What was done?' }).fill('Plugged in again');
    await page.getByRole('button', { name: 'Close ticket', exact: true }).tap();
    await card.getByText('Plugged in again').waitFor();
    await expectNothingWider(page);
  });

  test('shows two people side by side, each sees what the other does', async () => {
    const { page, hasFiled } = await campus.visit(ada);
    const number = await hasFiled('A window does not close');

    await page.getByRole('button', { name: 'Side by side' }).click();
    const student = page.frameLocator('iframe[title="Left person"]');
    const helper = page.frameLocator('iframe[title="Right person"]');
    await student.getByRole('button', { name: 'Conversations' }).click();
    await student.getByRole('link', { name: 'Campus Desk' }).click();
    await student.getByRole('button', { name: 'Close sidebar' }).waitFor({ state: 'hidden' });
    await helper
      .getByRole('article')
      .filter({ hasText: `Ticket #${number} · Open` })
      .getByRole('button', { name: 'Start work' })
      .click();

    await student.getByRole('heading', { name: `Ticket #${number} · Active` }).waitFor();
    await page.getByRole('button', { name: 'Back to one' }).click();
    await page.getByRole('textbox', { name: /^Message / }).waitFor();
  });

  test('opens where something is to be seen, and leads to the channel of others', async () => {
    const { page, card, hasFiled } = await campus.visit(ada);
    const number = await hasFiled('The stairs are slippery');

    await page.goto(`${campus.stack().sandbox.url}/?as=${ada}`);
    await card(number).waitFor();

    await page.getByRole('button', { name: '#helpdesk as Ben' }).click();
    await page.getByRole('heading', { name: '#helpdesk' }).first().waitFor();
    await card(number).getByRole('button', { name: 'Start work' }).waitFor();
  });

  test('has few rows of a long conversation, and earlier ones when asked', async () => {
    const { sandbox } = campus.stack();
    for (let at = 1; at <= 400; at += 1)
      await sandbox.act({ type: 'say', as: ben, channel: 'C03LIBRARY', text: `Line ${at} of the story` });
    const { page, messages } = await campus.visit(ada, { address: `/?as=${ada}&in=C03LIBRARY` });

    await messages.getByText('Line 400 of the story').waitFor();
    expect(await messages.getByRole('article').count()).toBeLessThan(120);
    await page.getByRole('button', { name: 'Show earlier messages' }).click();
    await messages.getByText('Line 250 of the story').waitFor();
    await sandbox.act({ type: 'say', as: ben, channel: 'C03LIBRARY', text: 'The end' });
    await messages.getByText('The end').waitFor();
  });

  test('the answer to a command is in sight, also for who has scrolled up', async () => {
    const { sandbox } = campus.stack();
    for (let at = 1; at <= 60; at += 1)
      await sandbox.act({ type: 'say', as: ben, channel: 'C02GENERAL', text: `News ${at} of today` });
    const { page, messages, ...person } = await campus.visit(ada, { address: `/?as=${ada}&in=C02GENERAL` });
    await messages.getByText('News 1 of today', { exact: true }).scrollIntoViewIfNeeded();

    await person.says('/ticket help');

    const answer = messages.getByText('Only visible to you');
    await answer.waitFor();
    await expect.poll(() => isInSight(page, answer)).toBe(true);
  });

  test('what is done with a message by a finger covers none of its words', async () => {
    const { page, ...person } = await campus.visit(ada, {
      ...phone,
      address: `/?as=${ada}&in=C03LIBRARY`,
    });
    await person.says('The first of two messages, which has the name of its author above');
    await person.says('The second of two messages, which goes on without any name above it');

    const second = person.messages.getByRole('article').filter({ hasText: 'The second of two' });
    await second.waitFor();
    const words = await second.getByText('The second of two').boundingBox();
    const icons = await second.getByRole('group', { name: 'Message actions' }).locator('svg').all();
    expect(icons).toHaveLength(3);
    for (const icon of icons) {
      const { y = 0, height = 0 } = (await icon.boundingBox()) ?? {};
      expect(y + height).toBeLessThanOrEqual(words?.y ?? 0);
    }
    await expectNothingWider(page);
  });
});

async function isInSight(page: Page, part: Locator): Promise<boolean> {
  const list = await page.getByRole('log', { name: /^Messages in / }).boundingBox();
  const box = await part.boundingBox();
  if (list === null || box === null) return false;
  return box.y >= list.y && box.y + box.height <= list.y + list.height;
}

function numberOf({ tickets }: { tickets: { number: number }[] }): number {
  return tickets[0]?.number ?? 0;
}

async function expectNothingWider(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
}

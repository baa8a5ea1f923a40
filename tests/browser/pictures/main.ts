import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { visitorAt } from '../visitor.ts';
import { openStage } from './stage.ts';
import { stageTime } from './staged-time.ts';
import { tellStory } from './story.ts';

// npm run pictures: takes the README's pictures of the page as it is now.
const looks = {
  deviceScaleFactor: 2,
  timezoneId: 'Europe/Rome',
  locale: 'en-GB',
  reducedMotion: 'reduce',
} as const;
const phone = {
  viewport: { width: 390, height: 844 },
  colorScheme: 'dark',
  hasTouch: true,
  isMobile: true,
} as const;

const time = stageTime('2026-11-23T09:12:00+01:00');
const [stage, browser] = await Promise.all([openStage(), launchBrowser()]);
try {
  const number = await tellStory({ stage, time });
  await takeMainJob(number);
  await takePhone(number);
  await takeReport();
} finally {
  await browser.close();
  await stage.stop();
}

/** Two people side by side: a student in the thread of a ticket, the helpdesk in its channel. */
async function takeMainJob(number: number): Promise<void> {
  const page = await open('/?as=U01ADA&beside=U05BEN', { viewport: { width: 1440, height: 810 } });
  const student = page.frameLocator('iframe').first();
  const helper = page.frameLocator('iframe').last();
  await student.getByRole('button', { name: 'Conversations' }).click();
  await student.getByRole('link', { name: 'Campus Desk' }).click();
  await student.getByRole('button', { name: /replies/ }).click();
  await student.getByText('on my way up').waitFor();
  await helper.getByRole('heading', { name: `Ticket #${number} · Active` }).waitFor();
  await student.getByRole('textbox', { name: 'Reply in thread' }).blur();
  await take(page, 'main-job');
}

/** A student's own card, on a phone in the dark. */
async function takePhone(number: number): Promise<void> {
  const page = await open('/?as=U01ADA', phone);
  const student = visitorAt({ page });
  await page.getByRole('button', { name: 'Conversations' }).tap();
  await student.opens('Campus Desk');
  await student.card(number).waitFor();
  await take(page, 'phone-dark');
}

/** The modal in which a problem is reported. */
async function takeReport(): Promise<void> {
  const page = await open('/?as=U01ADA&in=C02GENERAL', { viewport: { width: 1000, height: 600 } });
  const student = visitorAt({ page });
  await student.says('/ticket the wifi in the reading room drops every few minutes');
  const form = student.dialog('Report a problem');
  await form.getByRole('textbox', { name: 'Where is it?' }).fill('Library, 2nd floor');
  await form.getByText('Looks like: Technical IT.').waitFor();
  await take(page, 'report');
}

async function open(address: string, wishes: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage({ ...looks, ...wishes });
  await page.addInitScript("localStorage.setItem('slack-sandbox:tour', 'hidden')");
  await page.goto(`${stage.sandbox.url}${address}`);
  return page;
}

async function take(page: Page, name: string): Promise<void> {
  const path = fileURLToPath(new URL(`../../../docs/pictures/${name}.png`, import.meta.url));
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path, caret: 'hide', animations: 'disabled' });
  process.stdout.write(`docs/pictures/${name}.png, ${Math.round(statSync(path).size / 1024)} KB\n`);
}

import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runOnce } from '@campus-desk/service-kit';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { visitorAt } from '../visitor.ts';
import { openStage } from './stage.ts';
import { stageTime } from './staged-time.ts';
import { finishStory, tellStory } from './story.ts';

const help = `npm run pictures: takes the README's pictures of the sandbox page as it is now, into docs/pictures.

  npm run pictures             takes all of them
  npm run pictures -- --help   this text

It needs a Chromium or Chrome (CHROMIUM_PATH, or one of the system's).
`;

const looks = {
  deviceScaleFactor: 2,
  timezoneId: 'Europe/Rome',
  locale: 'en-GB',
  reducedMotion: 'reduce',
} as const;
/** The strip of four: each as narrow as a phone, all of one height. */
const narrow = { viewport: { width: 390, height: 730 } } as const;

await runOnce({ help, job: takePictures });

type Open = (address: string, wishes: BrowserContextOptions) => Promise<Page>;

async function takePictures(): Promise<void> {
  const time = stageTime('2026-11-23T09:12:00+01:00');
  const [stage, browser] = await Promise.all([openStage(), launchBrowser()]);
  try {
    const open: Open = async (address, wishes) => {
      const page = await browser.newPage({ ...looks, ...wishes });
      await page.addInitScript("localStorage.setItem('slack-sandbox:tour', 'hidden')");
      await page.goto(`${stage.sandbox.url}${address}`);
      return page;
    };
    const number = await tellStory({ stage, time });
    await takeMainJob({ open, number });
    await takeFile(open);
    await takeWork({ open, number });
    await takeTalk({ open, number });
    await finishStory({ stage, number });
    await takeFollow({ open, number });
  } finally {
    await browser.close();
    await stage.stop();
  }
}

type TakeInput = { open: Open; number: number };

/** Two people side by side: a student in the thread of a ticket, the helpdesk in its channel. */
async function takeMainJob({ open, number }: TakeInput): Promise<void> {
  const page = await open('/?as=U01ADA&beside=U05BEN', { viewport: { width: 1440, height: 810 } });
  const student = page.frameLocator('iframe').first();
  const helper = page.frameLocator('iframe').last();
  await student.getByRole('button', { name: /replies/ }).click();
  await student.getByText('on my way up').waitFor();
  await helper.getByRole('heading', { name: `Ticket #${number} · Active` }).waitFor();
  await student.getByRole('textbox', { name: 'Reply in thread' }).blur();
  await take(page, 'main-job');
}

/** The modal in which a problem is reported. */
async function takeFile(open: Open): Promise<void> {
  const page = await open('/?as=U01ADA&in=C02GENERAL', narrow);
  const student = visitorAt({ page });
  await student.says('/ticket the wifi in the reading room drops every few minutes');
  const form = student.dialog('Report a problem');
  await form.getByRole('textbox', { name: 'Where is it?' }).fill('Library, 2nd floor');
  await form.getByText('Looks like: Technical IT.').waitFor();
  await take(page, 'file');
  await form.getByRole('button', { name: 'Cancel' }).click();
}

/** The card in the helpdesk channel. */
async function takeWork({ open, number }: TakeInput): Promise<void> {
  const page = await open('/?as=U05BEN&in=C01HELPDESK', narrow);
  await visitorAt({ page }).card(number).waitFor();
  await take(page, 'work');
}

/** The thread under the card of who reported it. */
async function takeTalk({ open, number }: TakeInput): Promise<void> {
  const page = await open('/?as=U01ADA', narrow);
  const student = visitorAt({ page });
  await student.opensThreadOf(number);
  await student.reply('on my way up').waitFor();
  await student.thread.getByRole('textbox', { name: 'Reply in thread' }).blur();
  await take(page, 'talk');
}

/** The closed card, in the dark. */
async function takeFollow({ open, number }: TakeInput): Promise<void> {
  const page = await open('/?as=U01ADA', { ...narrow, colorScheme: 'dark' });
  const card = visitorAt({ page }).card(number);
  await card.getByRole('button', { name: 'Not really' }).waitFor();
  await take(page, 'follow');
}

async function take(page: Page, name: string): Promise<void> {
  const path = fileURLToPath(new URL(`../../../docs/pictures/${name}.png`, import.meta.url));
  await page.evaluate('document.fonts.ready');
  await page.mouse.move(0, 0);
  await page.screenshot({ path, caret: 'hide', animations: 'disabled' });
  process.stdout.write(`docs/pictures/${name}.png, ${Math.round(statSync(path).size / 1024)} KB\n`);
}

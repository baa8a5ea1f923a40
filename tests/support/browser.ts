import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** The headless shell first: without the windows of a whole browser it takes half of the machine's time. */
const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const executable = [process.env.CHROMIUM_PATH ?? '', ...usualPlaces].find(existsSync);

/**
 * Why browser tests are skipped on this machine, or false when it has a Chromium. With REQUIRE_BROWSER set they are
 * never skipped, and fail without one.
 */
export const withoutBrowser: string | false =
  executable === undefined && process.env.REQUIRE_BROWSER === undefined
    ? 'no Chromium here: install one or set CHROMIUM_PATH'
    : false;

/** One browser for all tests of the worker, which ends with it: starting one takes as long as many a test. */
const shared = globalThis as { campusDeskTestBrowser?: Promise<Browser> };

const maxWaitMs = 60_000;

/** A page that shares nothing with others, in the browser of the tests. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  shared.campusDeskTestBrowser ??= launchBrowser();
  const page = await (await shared.campusDeskTestBrowser).newPage(options);
  page.setDefaultTimeout(maxWaitMs);
  return page;
}

/** A headless Chromium that reaches nothing but this machine. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(executable === undefined ? {} : { executablePath: executable }),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
  });
}

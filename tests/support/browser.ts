import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usualPlaces = [
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

/** A headless Chromium that reaches nothing but this machine. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(executable === undefined ? {} : { executablePath: executable }),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
  });
}

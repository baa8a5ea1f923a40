import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Sandbox, startSandbox } from 'slack-sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoCampus } from '../../demo-campus.ts';
import { openPage, withoutBrowser } from '../support/browser.ts';

const manifestFile = new URL('../../manifests/slack.http.yaml', import.meta.url);

describe.skipIf(withoutBrowser)('a page that stays open', () => {
  let dataDir: string;
  let sandbox: Sandbox;
  let pages: Page[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'campus-desk-page-'));
    sandbox = await startOn(0);
  });

  afterAll(async () => {
    await Promise.all(pages.map(page => page.close()));
    await sandbox?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  test('shows what others do, after a reload and after the sandbox was started again too', async () => {
    const ada = await openAs('U01ADA');
    const liam = await openAs('U02LIAM');

    await say(ada, 'Is anybody in the library?');
    await see(liam, 'Is anybody in the library?');

    await draft(liam, 'Yes, at the');
    await liam.reload();
    await see(liam, 'Is anybody in the library?');
    expect(await composer(liam).inputValue()).toBe('Yes, at the');

    await sandbox.stop();
    await ada.getByText('Reconnecting to the sandbox…').waitFor();
    await say(ada, 'Still there?');
    await ada.getByRole('alert').filter({ hasText: 'Nothing you typed is lost' }).waitFor();
    expect(await composer(ada).inputValue()).toBe('Still there?');

    sandbox = await startOn(Number(new URL(sandbox.url).port));
    await ada.getByText('Reconnecting to the sandbox…').waitFor({ state: 'detached' });
    await ada.getByText('Nothing you typed is lost').waitFor({ state: 'detached' });
    await composer(ada).press('Enter');
    await see(liam, 'Still there?');
    await say(liam, 'Yes, at the window');
    await see(ada, 'Yes, at the window');
    expect(await ada.getByText('Is anybody in the library?').count()).toBe(1);
  });

  test('stays in a direct message that is new, however late its stream brings it', async () => {
    const ada = await openAs('U01ADA');
    await ada.addInitScript(holdableStream);
    await ada.reload();
    await see(ada, 'Is anybody in the library?');
    await ada.evaluate('isHeld = true');

    const answered = ada.waitForResponse(response => response.url().endsWith('/sandbox/act'));
    await ada.getByRole('navigation').getByRole('link', { name: 'Mei Tanaka' }).click();
    await answered;
    await ada.evaluate(twoFrames);
    await ada.evaluate(release);

    await ada.getByRole('textbox', { name: 'Message Mei Tanaka' }).waitFor();
  });

  async function startOn(port: number): Promise<Sandbox> {
    const manifest = await readFile(manifestFile, 'utf8');
    return startSandbox({ port, host: '127.0.0.1', dataDir, manifest, campus: demoCampus });
  }

  async function openAs(person: string): Promise<Page> {
    const page = await openPage();
    pages = [...pages, page];
    await page.goto(`${sandbox.url}/?as=${person}&in=C03LIBRARY`);
    return page;
  }
});

/** Keeps what the stream brings while the page says so. As text, because the tests' types know no browser. */
const holdableStream = `
  isHeld = false;
  held = [];
  EventSource = class extends EventSource {
    set onmessage(listener) {
      super.onmessage = event => (isHeld ? held.push(() => listener(event)) : listener(event));
    }
  };`;

const release = 'isHeld = false; for (const deliver of held) deliver();';

const twoFrames = 'new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))';

function composer(page: Page) {
  return page.getByRole('textbox', { name: 'Message #library' });
}

async function draft(page: Page, text: string): Promise<void> {
  await composer(page).click();
  await composer(page).fill(text);
}

async function say(page: Page, text: string): Promise<void> {
  await draft(page, text);
  await composer(page).press('Enter');
}

async function see(page: Page, text: string): Promise<void> {
  await page.getByRole('log').getByText(text).waitFor();
}

import { randomUUID } from 'node:crypto';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openPage, withoutBrowser } from '../support/browser.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { type Visitor, visitorAt } from './visitor.ts';

export const ada = 'U01ADA';
export const liam = 'U02LIAM';
export const mei = 'U03MEI';
export const ben = 'U05BEN';
export const chloe = 'U06CHLOE';

/** A running desk and a browser in which people open its page. */
export type Campus = {
  stack: () => Stack;
  /** The page of a person, as on a first visit and with no modal open. */
  visit: (person: string, wishes?: Wishes) => Promise<Visitor & { hasFiled: FileTicket }>;
};

/** Files a ticket over the API in this person's name and answers its number, once its cards are there. */
type FileTicket = (description: string) => Promise<number>;

type Wishes = BrowserContextOptions & { address?: string };

const standard: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  reducedMotion: 'reduce',
};

/** One desk for the tests of a file; pages are used again by the next test. */
export function openCampus({ stack: start = () => startStack({ isQuick: true }) } = {}): Campus {
  let running: Stack | undefined;
  let taken: Placed[] = [];
  let free: Placed[] = [];

  beforeAll(async () => {
    if (withoutBrowser) return;
    running = await start();
  });

  afterEach(async () => {
    if (running === undefined) return;
    const stack = running;
    stack.gate.open();
    stack.sandbox.trouble.reset();
    await Promise.all(taken.map(leave));
    for (const { id: as } of stack.sandbox.people) {
      const view = stack.sandbox.snapshot(as).views.at(-1);
      if (view) await stack.sandbox.act({ type: 'close_view', as, viewId: view.id, all: true });
    }
    free = [...free, ...taken];
    taken = [];
  });

  afterAll(async () => {
    await Promise.all(free.map(({ page }) => page.close()));
    await running?.stop();
  });

  const stack = () => {
    if (running === undefined) throw new Error('The campus is not open yet.');
    return running;
  };
  return {
    stack,
    visit: async (person, { address = `/?as=${person}`, ...wishes } = {}) => {
      const options = { ...standard, ...wishes };
      const kind = JSON.stringify(options);
      const known = free.find(one => one.kind === kind);
      free = free.filter(one => one !== known);
      const placed = known ?? { kind, page: await openPage(options) };
      taken.push(placed);
      await placed.page.goto(`${stack().sandbox.url}${address}`);
      const hasFiled: FileTicket = description => fileFor({ stack: stack(), person, description });
      return { ...visitorAt(placed), hasFiled };
    },
  };
}

type Placed = { kind: string; page: Page };

type FileForInput = { stack: Stack; person: string; description: string };

async function fileFor({ stack, person: id, description }: FileForInput): Promise<number> {
  const name = stack.sandbox.people.find(person => person.id === id)?.realName ?? id;
  const { number } = await stack.api.client.fileTicket(
    { description, actor: { id, name, role: 'user' } },
    { idempotencyKey: randomUUID() },
  );
  await stack.bot.settled();
  return number;
}

async function leave({ page }: Placed): Promise<void> {
  // As text, because the tests' types know no browser.
  await page.evaluate('sessionStorage.clear(); localStorage.clear()');
  await page.goto('about:blank');
}

import { unknownCampus } from '@campus-desk/contract';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { demoTour } from '../../demo-campus.ts';
import { withoutBrowser } from '../support/browser.ts';
import { startStack } from '../support/stack.ts';
import { ada, liam, mei, openCampus } from './campus.ts';
import type { Visitor } from './visitor.ts';

const tour = demoTour({ ticket: '/ticket', stats: '/stats' });
const mainJob = tour.filter(({ isMore }) => !isMore).map(({ id }) => id);
const password = {
  title: 'Resetting a password',
  when: 'password account locked login',
  category: 'it',
  text: 'You can set a new password yourself.',
} as const;
const campusFile = { ...unknownCampus, answers: [password] };

describe.skipIf(withoutBrowser)('“Try this”', () => {
  const campus = openCampus({ stack: () => startStack({ isQuick: true, campus: campusFile }) });

  test('leads through the main job: what each step says is what ticks it off', async () => {
    const { page, ...person } = await campus.visit(mei);
    const { does } = followerOf({ page, ...person });

    await does('File a problem', async () => {
      await person.composer.press('Enter');
      await person.dialog('Report a problem').getByRole('button', { name: 'Send' }).click();
      await page.getByRole('button', { name: 'Done' }).click();
    });
    await does('Change sides');
    await page.getByRole('heading', { name: '#helpdesk' }).first().waitFor();
    await does('Take it on', () =>
      linked(person.messages).getByRole('button', { name: 'Start work' }).click(),
    );
    await does('Write back', () => person.replies('I have a look'));
    await does('Finish it', async () => {
      await linked(person.messages)
        .getByRole('button', { name: /^Close ticket #/ })
        .click();
      await page.getByRole('button', { name: 'Close ticket', exact: true }).click();
    });
    await does('See your queue', async () => {
      await person.composer.press('Enter');
      await person.dialog('Ticket queue').getByRole('button', { name: 'Done' }).click();
    });
    await does('Find it again', async () => {
      await person.composer.press('Enter');
      const found = person.dialog('Search');
      await found.getByText('You typed “projetcor”').waitFor();
      await found.getByText('the projector in the auditorium flickers').waitFor();
      await found.getByRole('button', { name: 'Done' }).click();
    });
    await does('See statistics', () => person.composer.press('Enter'));

    await page.getByText('That was the main job. There is more:').waitFor();
  });

  test('goes on with a worst day, and ends with praise', async () => {
    for (const id of [ada, liam, mei, 'U04ROSA'])
      await (await campus.visit(id)).hasFiled('No wifi in the library, nothing connects');
    const { page, ...person } = await campus.visit(ada, { address: '/?as=U05BEN' });
    const { does, hasDone, list } = followerOf({ page, ...person });
    await hasDone(mainJob);
    const form = person.dialog('Report a problem');

    await does('Report a danger', async () => {
      await person.composer.press('Enter');
      await form.getByText('Is somebody in danger?').waitFor();
      await form.getByRole('button', { name: 'Cancel' }).click();
    });
    await does('Join others', async () => {
      await person.composer.press('Enter');
      await form
        .getByRole('button', { name: /^Same here: ticket #/ })
        .first()
        .click();
      await page
        .getByRole('dialog', { name: /^Same here: #/ })
        .getByRole('button', { name: 'Done' })
        .click();
    });
    await does('Be answered', async () => {
      await person.composer.press('Enter');
      await form.getByText('You can set a new password yourself.').waitFor();
      await form.getByRole('button', { name: 'This solved it' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    });
    await does('Stay unnamed', async () => {
      await person.composer.press('Enter');
      await form.getByRole('checkbox', { name: 'Hide my name' }).check();
      await form.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('button', { name: 'Done' }).click();
    });
    await does('Tame a wave', () =>
      linked(person.messages).getByRole('button', { name: 'Group them' }).click(),
    );
    await does('See it by place', () => person.composer.press('Enter'));
    await does('Change language');

    await list.getByText('That was the whole tour. Well done!').waitFor();
  });

  test('is hidden when asked, and begins anew when asked again', async () => {
    const { page, ...person } = await campus.visit(mei);
    const { hasDone, list } = followerOf({ page, ...person });
    await hasDone(mainJob.slice(0, 2));

    await list.getByRole('button', { name: 'Hide' }).click();
    await page.reload();
    await person.composer.waitFor();
    expect(await list.count()).toBe(0);
    await page.getByRole('button', { name: 'Try this' }).click();

    await list.getByRole('listitem').filter({ hasText: 'Tried' }).first().waitFor({ state: 'detached' });
  });
});

describe.skipIf(withoutBrowser)('the boxes of “Try this”', () => {
  const campus = openCampus();

  test.each([
    { where: 'beside a thread', viewport: { width: 1280, height: 800 }, besideThread: true },
    {
      where: 'beside a thread of a small window',
      viewport: { width: 1024, height: 700 },
      besideThread: true,
    },
    { where: 'drawn twice as large', viewport: { width: 640, height: 400 }, besideThread: false },
    { where: 'on a phone', viewport: { width: 390, height: 844 }, besideThread: false },
  ])('stand apart and inside their frame $where', async ({ viewport, besideThread }) => {
    const { page, ...person } = await campus.visit(ada, { viewport });
    const number = await person.hasFiled('The tap in the gym drips');
    if (besideThread) await person.opens('Campus Desk');
    if (besideThread) await person.opensThreadOf(number);
    const frame = page.getByRole('region', { name: 'Try this' });
    await frame.getByRole('button', { name: 'File a problem' }).waitFor();

    const outer = await boxOf(frame);
    const boxes = await Promise.all((await frame.getByRole('listitem').all()).map(boxOf));
    const areWhole = await page.evaluate(
      `[...document.querySelectorAll('.is-next .step-words *')].every(words => words.scrollWidth <= words.clientWidth)`,
    );

    expect(boxes).toHaveLength(mainJob.length);
    for (const box of boxes) expect(isInside(box, outer)).toBe(true);
    for (const [index, box] of boxes.entries())
      expect(boxes.slice(index + 1).filter(other => doOverlap(box, other))).toEqual([]);
    expect(areWhole).toBe(true);
    expect(outer.height).toBeLessThan(viewport.height / 4);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
  });
});

type Box = { x: number; y: number; width: number; height: number };

async function boxOf(place: Locator): Promise<Box> {
  return (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
}

const isInside = (box: Box, outer: Box) =>
  box.width > 0 &&
  box.x >= outer.x &&
  box.y >= outer.y &&
  box.x + box.width <= outer.x + outer.width &&
  box.y + box.height <= outer.y + outer.height;

const doOverlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The message that a step leads to. */
const linked = (messages: Locator) => messages.locator('.is-linked');

/** Who does what the next step says, and nothing else. */
function followerOf({ page }: Pick<Visitor, 'page'>) {
  const list = page.getByRole('region', { name: 'Try this' });
  const next = list.locator('.is-next');
  return {
    list,
    /** Presses the step that comes next, does the act it names, and sees it ticked. */
    does: async (title: string, act: () => Promise<unknown> = async () => undefined) => {
      await next.filter({ hasText: title }).getByRole('button').click();
      await act();
      await next.filter({ hasText: title }).waitFor({ state: 'detached' });
    },
    /** Comes back with these steps done. */
    hasDone: async (steps: string[]) => {
      await page.evaluate(`localStorage.setItem('slack-sandbox:tour-done', '${steps.join(',')}')`);
      await page.reload();
    },
  };
}

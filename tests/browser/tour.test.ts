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

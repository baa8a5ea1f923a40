import type { Locator, Page } from 'playwright-core';

export type Visitor = ReturnType<typeof visitorAt>;

/** One person at the page, who finds things by their visible words and roles. */
export function visitorAt({ page }: { page: Page }) {
  const messages = page.getByRole('log', { name: /^Messages in / });
  const thread = page.getByRole('region', { name: 'Thread' });
  const say = async (composer: Locator, text: string) => {
    await composer.click();
    await composer.fill(text);
    await composer.press('Enter');
  };

  return {
    page,
    messages,
    thread,
    composer: page.getByRole('textbox', { name: /^Message / }),
    /** Types into the open conversation and sends it. */
    says: (text: string) => say(page.getByRole('textbox', { name: /^Message / }), text),
    replies: (text: string) => say(thread.getByRole('textbox', { name: 'Reply in thread' }), text),
    opens: (conversation: string) =>
      page.getByRole('navigation').getByRole('link', { name: conversation }).click(),
    /** The modal with this title. */
    dialog: (title: string) => page.getByRole('dialog', { name: title, exact: true }),
    /** The card of a ticket in the open conversation. */
    card: (number: number) => cardIn(messages, number),
    /** The card on top of the open thread. */
    threadCard: (number: number) => cardIn(thread, number),
    /** The reply with these words in the open thread. */
    reply: (words: string | RegExp) => thread.getByRole('article').filter({ hasText: words }),
    opensThreadOf: async (number: number) => {
      const card = cardIn(messages, number);
      await card.hover();
      await card.getByRole('button', { name: 'Reply in thread' }).click();
    },
    /** Opens the menu of a message and chooses from it. */
    chooses: async (message: Locator, item: string) => {
      await message.hover();
      await message.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },
  };
}

function cardIn(place: Locator, number: number): Locator {
  const heading = place.page().getByRole('heading', { name: new RegExp(`^Ticket #${number} · `) });
  return place.getByRole('article').filter({ has: heading });
}

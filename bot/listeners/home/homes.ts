import { type Client, hasCode } from '@campus-desk/contract';
import type { Logger } from '@campus-desk/service-kit';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { TextsFor } from '../../conversation/texts-for.ts';
import { failedHome, homePageSize, homeView } from '../../ui/home-view.ts';
import { firstPage } from '../../ui/lists.ts';
import { filtersOf, type ListPage } from '../../ui/page.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import type { CheckRole } from '../handling/check-role.ts';
import { sayError } from '../handling/error-words.ts';

type ShowInput = {
  userId: string;
  /** What the person wants to see; what they saw last, or their own tickets, when absent. */
  page?: ListPage | undefined;
  /** Of the view that Slack shows them. */
  hash?: string | undefined;
};

/** The Home tabs of the people who have opened theirs. */
export type Homes = {
  /** Draws the Home tab from the tickets as they are; resolves when it is shown, or drawn anew by a later call. */
  show: (input: ShowInput) => Promise<void>;
  /** Draws it anew after an act of its person, where they have opened it lately. */
  refresh: (userId: string) => Promise<void>;
};

/** Who has not looked for that long opens it again, which draws it. */
const rememberedMs = 30 * 60_000;
const maxRemembered = 2000;

type Home = {
  page: ListPage;
  hash: string | undefined;
  /** Counts what was asked for: only the last of it is drawn. */
  asked: number;
  /** Settles when what was asked for before is drawn. */
  turn: Promise<void>;
};

type CreateHomesInput = {
  client: Pick<Client, 'listTickets'>;
  slack: Pick<WebClient, 'views'>;
  checkRole: CheckRole;
  textsFor: Pick<TextsFor, 'person'>;
  /** What `/ticket` is called here. */
  command: string;
  now: () => number;
  logger: Logger;
};

/**
 * Each person's Home is drawn one at a time and from tickets that are read after it was asked for, so that it is never
 * older than its last opening. Where another process has drawn it meanwhile, which the hash shows, it is read again.
 */
export function createHomes(input: CreateHomesInput): Homes {
  const { client, slack, checkRole, textsFor, command, now, logger } = input;
  const homes = new LRUCache<string, Home>({ max: maxRemembered, ttl: rememberedMs });

  const show = ({ userId, page, hash }: ShowInput): Promise<void> => {
    const home = homes.get(userId) ?? newHome(userId);
    homes.set(userId, home);
    home.page = page ?? home.page;
    home.hash = hash ?? home.hash;
    home.asked += 1;
    const mine = home.asked;
    home.turn = home.turn.then(async () => {
      if (home.asked === mine) await draw({ userId, home, isLast: false });
    });
    return home.turn;
  };

  return {
    show,
    refresh: async userId => {
      if (homes.has(userId)) await show({ userId });
    },
  };

  type DrawInput = { userId: string; home: Home; isLast: boolean };

  /** What Slack refuses is logged: the next opening draws it again. */
  async function draw({ userId, home, isLast }: DrawInput): Promise<void> {
    const { asked, hash } = home;
    const view = await viewOf({ userId, home });
    if (home.asked !== asked) return;
    try {
      const shown = await slack.views.publish({ user_id: userId, view, ...(!isLast && hash && { hash }) });
      home.hash = shown.view?.hash;
    } catch (err) {
      if (!isLast && isHashConflict(err)) return draw({ userId, home, isLast: true });
      logger.warn({ err, userId }, 'Home tab not drawn');
    }
  }

  async function viewOf({ userId, home }: Omit<DrawInput, 'isLast'>) {
    const texts = await textsFor.person(userId);
    const notice = await refusalOf({ userId, home, texts });
    const { page } = home;
    try {
      const query = { ...filtersOf(page), viewer: userId, cursor: page.cursor, limit: homePageSize };
      return homeView({ page, list: await client.listTickets(query), now: now(), texts, notice });
    } catch (err) {
      logger.warn({ err, userId }, 'tickets of a Home tab not read');
      return failedHome({ page, texts });
    }
  }

  type RefusalOfInput = Omit<DrawInput, 'isLast'> & { texts: Texts };

  /** Who may be helpdesk no more reads why, and their own tickets. */
  async function refusalOf({ userId, home, texts }: RefusalOfInput): Promise<string | undefined> {
    try {
      await checkRole({ id: userId, role: home.page.role });
      return undefined;
    } catch (error) {
      home.page = ownTickets(userId);
      return hasCode(error, 'forbidden_for_role') || hasCode(error, 'unavailable')
        ? sayError({ error, texts, command })
        : undefined;
    }
  }
}

/** What the Home tab shows first. */
export function ownTickets(userId: string): ListPage {
  return firstPage({ name: 'mine', role: 'user', userId });
}

function newHome(userId: string): Home {
  return { page: ownTickets(userId), hash: undefined, asked: 0, turn: Promise.resolve() };
}

function isHashConflict(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === 'hash_conflict';
}

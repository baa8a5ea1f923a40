import type { Client } from '@campus-desk/contract';
import { type Logger, within } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { type Filing, filingForm, readWholeFiling, writeFiling } from '../../ui/filing-form.ts';
import { type Hint, isSameHint, type ShownBlocks, showsHint } from '../../ui/filing-hint.ts';
import { offeredIn } from '../../ui/offers.ts';
import type { CampusNow } from './campus-now.ts';
import { findHint } from './find-hint.ts';
import { offeredTickets } from './offered-tickets.ts';

/** An open filing form, as it was when `text` stood in it. */
type TypedForm = {
  viewId: string;
  /** Who types. */
  userId: string;
  hash: string | undefined;
  metadata: string;
  blocks: ShownBlocks;
  text: string;
  location: string | null;
};

/**
 * Says under the description of open filing forms whose job it seems to be, and whom to call first in an emergency, and offers
 * tickets that are there already.
 */
export type Hints = {
  /** Remembers what a form was drawn from: Slack gives back its words otherwise than they were sent. */
  opened: (input: { viewId: string; filing: Filing }) => void;
  /** Resolves when the hint stands there, or is not needed any more; a hint that fails is left out. */
  typed: (input: TypedForm) => Promise<void>;
  /** Send was pressed: a form is not drawn again from here on; resolves once nothing of it is under way. */
  sent: (input: { viewId: string }) => Promise<void>;
};

/** Slack warns against drawing a view again while somebody types: a hint comes after a second of rest. */
const pauseMs = 1000;

/** Fewer letters are no problem that somebody else may have. */
const minLetters = 8;

/** A hint waits so long for what is offered beside it: as long as for the API at all. */
const offersMs = 2500;

/** Send waits so long for a hint that is on its way. */
const maxWaitMs = 300;

/** Open forms that are remembered; the one typed into longest ago is forgotten first. */
const maxForms = 1000;

/** What is known of an open form: the last thing typed, and what our own last change made of it. */
type Followed = {
  last: TypedForm | undefined;
  hash: string | undefined;
  hint: Hint | undefined;
  offered: readonly number[] | undefined;
  filing: Filing;
  /** A hint that is on its way to Slack. */
  drawing?: Promise<unknown>;
};

export function createHints(input: {
  client: Pick<Client, 'categorise' | 'findSimilar'>;
  campus: CampusNow;
  slack: Pick<WebClient, 'views' | 'users'>;
  sleep: (ms: number) => Promise<void>;
  now: () => number;
  logger: Logger;
}): Hints {
  const { client, campus, slack, sleep, now, logger } = input;
  const opened = new LRUCache<string, Filing>({ max: maxForms });
  const followed = new LRUCache<string, Followed>({ max: maxForms });
  const sent = new LRUCache<string, string>({ max: maxForms });

  return {
    opened({ viewId, filing }) {
      opened.set(viewId, filing);
      const before = followed.get(viewId);
      // What is on its way for the form as it was is not drawn any more.
      if (before !== undefined) before.last = undefined;
      followed.delete(viewId);
    },

    async typed(typed) {
      const { viewId, blocks, text } = typed;
      const open = follow(typed);
      if (open === undefined || sent.has(viewId)) return;
      await sleep(pauseMs);
      if (open.last !== typed) return;
      try {
        const [hint, tickets] = await Promise.all([
          findHint({ client, slack, campus, text, userId: typed.userId }),
          findOffers({ typed, filing: open.filing }),
        ]);
        const offered = tickets.map(({ number }) => number);
        if (open.last !== typed || isShown({ open, blocks, hint, offered })) return;
        // The hash leaves the view alone when the form has been sent or closed meanwhile.
        const { hash = typed.hash, filing } = open;
        const offers = { tickets, isAsked: false, now: now() };
        const view = filingForm({ filing, hint, offers, isTold: true });
        const drawing = slack.views.update({ view_id: viewId, view, ...(hash && { hash }) });
        open.drawing = drawing.catch(() => undefined);
        const shown = await drawing;
        open.hash = shown.view?.hash;
        open.hint = hint;
        open.offered = offered;
      } catch (err) {
        followed.delete(viewId);
        logger.debug({ err, viewId }, 'no hint');
      }
    },

    async sent({ viewId }) {
      sent.set(viewId, viewId);
      const open = followed.get(viewId);
      if (open === undefined) return;
      open.last = undefined;
      await within({ work: open.drawing ?? Promise.resolve(), ms: maxWaitMs });
    },
  };

  async function findOffers({ typed, filing }: { typed: TypedForm; filing: Filing }) {
    const { text, location } = typed;
    if (filing.isDeclined || text.trim().length < minLetters) return [];
    return offeredTickets({ client, logger, text, location, role: filing.role, patienceMs: offersMs });
  }

  /** Undefined for a form with words that another process filled in: it keeps its first hint. */
  function follow(typed: TypedForm): Followed | undefined {
    const known = followed.get(typed.viewId);
    // A view may come to hold another form, such as that of a follow-up.
    if (known?.last?.metadata === typed.metadata) {
      known.last = typed;
      return known;
    }
    const filing = filingOf(typed);
    if (filing === undefined) return undefined;
    const open: Followed = { last: typed, hash: undefined, hint: undefined, offered: undefined, filing };
    followed.set(typed.viewId, open);
    return open;
  }

  function filingOf({ viewId, metadata }: TypedForm): Filing | undefined {
    const filing = opened.get(viewId);
    return filing && writeFiling(filing) === metadata ? filing : readWholeFiling(metadata);
  }
}

type IsShownInput = { open: Followed; blocks: ShownBlocks; hint: Hint; offered: readonly number[] };

function isShown({ open, blocks, hint, offered }: IsShownInput): boolean {
  const isHintShown = open.hint === undefined ? showsHint({ blocks, hint }) : isSameHint(open.hint, hint);
  return isHintShown && `${offered}` === `${open.offered ?? offeredIn(blocks)}`;
}

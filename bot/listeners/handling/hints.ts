import type { Client, SimilarTicket } from '@campus-desk/contract';
import { type Logger, within } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { DisplayNames } from '../../conversation/names.ts';
import { type Filing, filingForm, readWholeFiling, writeFiling } from '../../ui/filing-form.ts';
import { type Hint, isSameHint, type ShownBlocks, showsHint } from '../../ui/filing-hint.ts';
import { offeredIn } from '../../ui/offers.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import type { CampusNow } from './campus-now.ts';
import { findHint } from './find-hint.ts';
import { offeredTickets } from './offered-tickets.ts';

/** An open filing form, as it was when `text` stood in it. */
type TypedForm = {
  viewId: string;
  /** Who types. */
  userId: string;
  texts: Texts;
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
  /** A form is open: remembers what it was drawn from, as Slack gives back its words otherwise than they were sent. */
  opened: (input: OpenedForm & { viewId: string }) => void;
  /** Resolves when the hint stands there, or is not needed any more; a hint that fails is left out. */
  typed: (input: TypedForm) => Promise<void>;
  /** Send was pressed: a form is not drawn again from here on; resolves once nothing of it is under way. */
  sent: (input: { viewId: string }) => Promise<void>;
  /** What was sent as `text` stays a form, and says why: hints come again once it is other words. */
  refused: (input: RefusedForm & { viewId: string }) => void;
};

type OpenedForm = { filing: Filing; tickets?: readonly SimilarTicket[] };

type RefusedForm = {
  /** Until other words have a hint: one for these would wipe what is wrong with them. */
  text: string | undefined;
  /** What is wrong with more than these words: drawing the form again would wipe it off its field. */
  notice: string | undefined;
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
  /** What is offered; undefined where only Slack knows. */
  tickets: readonly SimilarTicket[] | undefined;
  filing: Filing;
  /** A hint that is on its way to Slack. */
  drawing?: Promise<unknown>;
};

type CreateHintsInput = {
  client: Pick<Client, 'categorise' | 'findSimilar'>;
  campus: CampusNow;
  slack: Pick<WebClient, 'views'>;
  names: Pick<DisplayNames, 'languageOf'>;
  sleep: (ms: number) => Promise<void>;
  now: () => number;
  logger: Logger;
};

/** Hints for the forms that are open; what they were drawn from is remembered in this process alone. */
export function createHints(input: CreateHintsInput): Hints {
  const { client, campus, slack, names, sleep, now, logger } = input;
  const opened = new LRUCache<string, OpenedForm>({ max: maxForms });
  const followed = new LRUCache<string, Followed>({ max: maxForms });
  const sent = new LRUCache<string, string>({ max: maxForms });
  const refused = new LRUCache<string, RefusedForm>({ max: maxForms });

  return {
    opened({ viewId, ...form }) {
      opened.set(viewId, form);
      sent.delete(viewId);
      refused.delete(viewId);
      const before = followed.get(viewId);
      // What is on its way for the form as it was is not drawn any more.
      if (before !== undefined) before.last = undefined;
      followed.delete(viewId);
    },

    async typed(typed) {
      const { viewId, text, userId, texts } = typed;
      const open = follow(typed);
      if (open === undefined || sent.has(viewId) || refused.get(viewId)?.text === text) return;
      await sleep(pauseMs);
      if (open.last !== typed) return;
      try {
        const finding = findOffers({ typed, filing: open.filing });
        const hint = await findHint({ client, names, campus, text, userId, texts });
        // Nobody in danger waits for what is offered.
        if (hint.emergency !== undefined) await draw({ typed, open, hint, found: undefined });
        await draw({ typed, open, hint, found: await finding });
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

    refused({ viewId, ...form }) {
      sent.delete(viewId);
      refused.set(viewId, form);
    },
  };

  /** Draws the form again where that changes what stands there; what was offered stays where nothing else is known. */
  async function draw({ typed, open, hint, found }: DrawInput): Promise<void> {
    const { viewId, blocks, texts } = typed;
    if (open.last !== typed || isShown({ open, blocks, hint, found })) return;
    const { filing, tickets: before = [] } = open;
    const refusal = refused.get(viewId);
    const tickets = found ?? before;
    const offers = { tickets, isAsked: filing.isAsked === true, now: now() };
    const view = filingForm({ texts, filing, hint, offers, notice: refusal?.notice, isTold: true });
    // The hash leaves the view alone when the form has been sent or closed meanwhile.
    const { hash = typed.hash } = open;
    const drawing = slack.views.update({ view_id: viewId, view, ...(hash && { hash }) });
    open.drawing = drawing.catch(() => undefined);
    open.hash = (await drawing).view?.hash;
    open.hint = hint;
    open.tickets = tickets;
    if (refusal !== undefined) refusal.text = undefined;
  }

  /** Undefined where nobody knows, as the API did not say in time. */
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
    const form = formOf(typed);
    if (form === undefined) return undefined;
    const { filing, tickets } = form;
    const open: Followed = { last: typed, hash: undefined, hint: undefined, tickets, filing };
    followed.set(typed.viewId, open);
    return open;
  }

  function formOf({ viewId, metadata }: TypedForm): OpenedForm | undefined {
    const form = opened.get(viewId);
    if (form !== undefined && writeFiling(form.filing) === metadata) return form;
    const filing = readWholeFiling(metadata);
    return filing && { filing };
  }
}

type DrawInput = {
  typed: TypedForm;
  open: Followed;
  hint: Hint;
  /** What is to be offered; undefined where that is not known, or not yet. */
  found: readonly SimilarTicket[] | undefined;
};

type IsShownInput = Pick<DrawInput, 'open' | 'hint' | 'found'> & { blocks: ShownBlocks };

function isShown({ open, blocks, hint, found }: IsShownInput): boolean {
  const isHintShown = open.hint === undefined ? showsHint({ blocks, hint }) : isSameHint(open.hint, hint);
  if (!isHintShown || found === undefined) return isHintShown;
  const offered = open.tickets?.map(({ number }) => number) ?? offeredIn(blocks);
  return `${found.map(({ number }) => number)}` === `${offered}`;
}

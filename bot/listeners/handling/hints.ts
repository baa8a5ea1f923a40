import type { Client } from '@campus-desk/contract';
import { type Logger, within } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { type Filing, filingForm, readWholeFiling, writeFiling } from '../../ui/filing-form.ts';
import { type Hint, isSameHint, type ShownBlocks, showsHint } from '../../ui/filing-hint.ts';
import type { CampusNow } from './campus-now.ts';
import { findHint } from './find-hint.ts';

/** An open filing form, as it was when `text` stood in it. */
type TypedForm = {
  viewId: string;
  hash: string | undefined;
  metadata: string;
  blocks: ShownBlocks;
  text: string;
};

/** Says under the description of open filing forms whose job it seems to be, and whom to call first in an emergency. */
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

/** Send waits so long for a hint that is on its way. */
const maxWaitMs = 300;

/** Open forms that are remembered; the one typed into longest ago is forgotten first. */
const maxForms = 1000;

/** What is known of an open form: the last thing typed, and what our own last change made of it. */
type Followed = {
  last: TypedForm | undefined;
  hash: string | undefined;
  hint: Hint | undefined;
  filing: Filing;
  /** A hint that is on its way to Slack. */
  drawing?: Promise<unknown>;
};

export function createHints(input: {
  client: Pick<Client, 'categorise'>;
  campus: CampusNow;
  slack: Pick<WebClient, 'views'>;
  sleep: (ms: number) => Promise<void>;
  logger: Logger;
}): Hints {
  const { client, campus, slack, sleep, logger } = input;
  const opened = new LRUCache<string, Filing>({ max: maxForms });
  const followed = new LRUCache<string, Followed>({ max: maxForms });
  const sent = new LRUCache<string, string>({ max: maxForms });

  return {
    opened({ viewId, filing }) {
      opened.set(viewId, filing);
    },

    async typed(typed) {
      const { viewId, blocks, text } = typed;
      const open = follow(typed);
      if (open === undefined || sent.has(viewId)) return;
      await sleep(pauseMs);
      if (open.last !== typed) return;
      try {
        const hint = await findHint({ client, campus, text });
        if (open.last !== typed || isShown({ open, blocks, hint })) return;
        // The hash leaves the view alone when the form has been sent or closed meanwhile.
        const { hash = typed.hash, filing } = open;
        const view = filingForm({ filing, hint, isTold: true });
        const drawing = slack.views.update({ view_id: viewId, view, ...(hash && { hash }) });
        open.drawing = drawing.catch(() => undefined);
        const shown = await drawing;
        open.hash = shown.view?.hash;
        open.hint = hint;
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
    const open: Followed = { last: typed, hash: undefined, hint: undefined, filing };
    followed.set(typed.viewId, open);
    return open;
  }

  function filingOf({ viewId, metadata }: TypedForm): Filing | undefined {
    const filing = opened.get(viewId);
    return filing && writeFiling(filing) === metadata ? filing : readWholeFiling(metadata);
  }
}

type IsShownInput = { open: Followed; blocks: ShownBlocks; hint: Hint };

function isShown({ open, blocks, hint }: IsShownInput): boolean {
  return open.hint === undefined ? showsHint({ blocks, hint }) : isSameHint(open.hint, hint);
}

import type { Client } from '@campus-desk/contract';
import type { Logger } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { firstHint, hintIn, hintOf, type ShownForm, withHint } from '../../ui/filing-form.ts';

/** An open filing form, as it was when `text` stood in it. */
type TypedForm = { viewId: string; hash: string | undefined; form: ShownForm; text: string };

/** Says under the description of open filing forms whose job it seems to be. */
export type Hints = {
  /** Resolves when the hint stands there, or is not needed any more; a hint that fails is left out. */
  typed: (input: TypedForm) => Promise<void>;
};

/** Nobody is interrupted: a hint comes when typing pauses. */
const pauseMs = 400;

/** Fewer letters say nothing. */
const minLetters = 8;

/** Open forms that are remembered; the one typed into longest ago is forgotten first. */
const maxForms = 1000;

/** What is known of an open form: the last thing typed, and what our own last change made of it. */
type Followed = { last: TypedForm; hash: string | undefined; hint: string | undefined };

export function createHints(input: {
  client: Pick<Client, 'categorise'>;
  slack: Pick<WebClient, 'views'>;
  sleep: (ms: number) => Promise<void>;
  logger: Logger;
}): Hints {
  const { client, slack, sleep, logger } = input;
  const followed = new LRUCache<string, Followed>({ max: maxForms });

  return {
    async typed(typed) {
      const { viewId, form, text } = typed;
      const open = follow(typed);
      await sleep(pauseMs);
      if (open.last !== typed) return;
      try {
        const says = text.trim().length >= minLetters;
        const hint = says ? hintOf(await client.categorise({ text })) : firstHint;
        if (open.last !== typed || hint === (open.hint ?? hintIn(form))) return;
        // The hash leaves the view alone when the form has been sent or closed meanwhile.
        const { hash = typed.hash } = open;
        const view = withHint({ form, hint });
        const shown = await slack.views.update({ view_id: viewId, view, ...(hash && { hash }) });
        open.hash = shown.view?.hash;
        open.hint = hint;
      } catch (err) {
        followed.delete(viewId);
        logger.debug({ err, viewId }, 'no hint');
      }
    },
  };

  function follow(typed: TypedForm): Followed {
    const known = followed.get(typed.viewId);
    // A view may come to hold another form, such as that of a follow-up.
    if (known && known.last.form.private_metadata === typed.form.private_metadata) {
      known.last = typed;
      return known;
    }
    const open: Followed = { last: typed, hash: undefined, hint: undefined };
    followed.set(typed.viewId, open);
    return open;
  }
}

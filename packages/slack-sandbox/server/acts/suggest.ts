import { z } from 'zod';
import type { Act, ActResult } from '../../protocol.ts';
import { optionGroup, plainOption } from '../block-kit/composition-objects.ts';
import type { Slack } from '../slack.ts';
import { ActFailure } from './act-failure.ts';
import { findPerson } from './act-targets.ts';
import { clickedElement } from './clicked-element.ts';
import { interactionBase } from './interaction-payload.ts';
import { findSurface } from './interaction-source.ts';

const offered = z.union([
  z.strictObject({ options: z.array(plainOption).max(100) }),
  z.strictObject({ option_groups: z.array(optionGroup).max(100) }),
]);

const notLoaded = 'Could not load the options.';

/** Asks the app for the options of an external select while the person types. */
export async function suggest(input: { slack: Slack; act: Act & { type: 'suggest' } }): Promise<ActResult> {
  const { slack, act } = input;
  const person = findPerson({ slack, as: act.as });
  const surface = findSurface({ slack, as: act.as, source: act.source });
  const action = { block_id: act.blockId, action_id: act.actionId };
  const { element } = clickedElement({ blocks: surface.blocks, action });
  const least = typeof element.min_query_length === 'number' ? element.min_query_length : 3;
  if (act.value.length < least) return { ok: true, options: [] };
  if (slack.manifest.optionsUrl === undefined && !slack.manifest.isSocketMode) {
    throw new ActFailure('This app has no address for menu options.');
  }
  const { state: _state, ...where } = surface.describe({});
  const delivered = await slack.deliveries.send({
    kind: 'interactive',
    what: `block_suggestion ${act.actionId}`,
    payload: {
      ...interactionBase({ slack, type: 'block_suggestion', person }),
      ...where,
      ...action,
      value: act.value,
    },
    url: slack.manifest.optionsUrl,
    acceptsAnswer: true,
  });
  const answer = delivered.ok ? offered.safeParse(delivered.body) : undefined;
  if (answer?.success !== true) return { ok: false, message: notLoaded };
  return 'options' in answer.data
    ? { ok: true, options: answer.data.options }
    : { ok: true, optionGroups: answer.data.option_groups };
}

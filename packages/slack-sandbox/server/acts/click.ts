import type { Act, ActResult } from '../../protocol.ts';
import { asText } from '../block-kit/elements-of.ts';
import type { Delivered } from '../delivery/delivery.ts';
import type { Slack } from '../slack.ts';
import { ActFailure } from './act-failure.ts';
import { findPerson } from './act-targets.ts';
import { actionOf, clickedElement, stateEntry } from './clicked-element.ts';
import { actionTs, interactionBase } from './interaction-payload.ts';
import { findSurface, type Surface } from './interaction-source.ts';

/** Slack's words when a modal's app does not answer. */
export const troubleConnecting = 'We had some trouble connecting. Try again?';

/** Sends `block_actions` for a button, menu or dispatching input. */
export async function click(input: { slack: Slack; act: Act & { type: 'click' } }): Promise<ActResult> {
  const { slack, act } = input;
  const person = findPerson({ slack, as: act.as });
  const surface = findSurface({ slack, as: act.as, source: act.source });
  const placed = clickedElement({ blocks: surface.blocks, action: act.action });
  if (placed.block.type === 'input' && placed.block.dispatch_action !== true) {
    throw new ActFailure('That input is sent with the form.');
  }
  const action = actionOf({ placed, action: act.action, actionTs: actionTs(slack) });
  const chosen = { [placed.actionId]: stateEntry(placed, action) };
  const state = { ...act.state, [placed.blockId]: { ...act.state[placed.blockId], ...chosen } };
  requireInteractivity(slack);

  const delivered = await slack.deliveries.send({
    kind: 'interactive',
    what: `block_actions ${placed.actionId}`,
    payload: {
      ...interactionBase({ slack, type: 'block_actions', person }),
      ...surface.describe(state),
      trigger_id: slack.triggers.issue({ userId: person.id, viewId: surface.viewId }),
      ...responseUrl({ slack, userId: person.id, surface }),
      actions: [action],
    },
    url: slack.manifest.interactivityUrl,
    acceptsAnswer: false,
  });
  if (surface.viewId !== undefined) {
    slack.views.mark({ viewId: surface.viewId, trouble: delivered.ok ? '' : troubleConnecting });
  }
  return outcome({ delivered, isInView: surface.message === undefined });
}

/** Nothing interactive reaches an app whose manifest does not turn interactivity on. */
export function requireInteractivity({ manifest }: Slack): void {
  if (manifest.isInteractive) return;
  throw new ActFailure('This app is not configured to handle interactive responses.');
}

/** Whether an interaction got through, in the words Slack shows. */
export function outcome({ delivered, isInView }: { delivered: Delivered; isInView: boolean }): ActResult {
  if (delivered.ok) return { ok: true };
  if (isInView) return { ok: false, message: troubleConnecting };
  if (delivered.status === undefined) {
    return { ok: false, message: `This app did not respond (${asText(delivered.reason)}).` };
  }
  return { ok: false, message: `This app responded with Status Code ${delivered.status}.` };
}

function responseUrl(input: { slack: Slack; userId: string; surface: Surface }) {
  const { slack, userId, surface } = input;
  if (surface.message === undefined) return {};
  const { channel, ts, threadTs } = surface.message;
  return { response_url: slack.responseUrls.issue({ userId, channel, message: { ts, threadTs } }) };
}

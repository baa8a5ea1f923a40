import type { Act, ActResult, SlackJson, ViewState } from '../../protocol.ts';
import { asText, isObject } from '../block-kit/elements-of.ts';
import type { Slack } from '../slack.ts';
import { stateOf } from '../views/state-values.ts';
import { maxStack, type StackedView } from '../views/view-stacks.ts';
import { readView } from '../web-api/methods/views.ts';
import { SlackFailure } from '../web-api/slack-failure.ts';
import { ActFailure } from './act-failure.ts';
import { findPerson } from './act-targets.ts';
import { troubleConnecting } from './click.ts';
import { inputFaults } from './input-faults.ts';
import { interactionBase } from './interaction-payload.ts';

/** Sends a form to the app and does what its acknowledgement says. */
export async function submitView(input: { slack: Slack; act: Act & { type: 'submit' } }): Promise<ActResult> {
  const { slack, act } = input;
  const person = findPerson({ slack, as: act.as });
  const view = slack.views.stack(act.as).at(-1);
  if (view?.id !== act.viewId) throw new ActFailure('That window is not open any more.');
  if (!view.view.submit) throw new ActFailure('That window has nothing to submit.');
  const state = stateOf({ blocks: view.view.blocks, given: act.state });
  const faults = inputFaults({ blocks: view.view.blocks, state });
  if (Object.keys(faults).length > 0) return refuse({ slack, view, errors: faults });

  const delivered = await slack.deliveries.send({
    kind: 'interactive',
    what: `view_submission ${view.view.callback_id}`,
    payload: {
      ...interactionBase({ slack, type: 'view_submission', person }),
      trigger_id: slack.triggers.issue({ userId: person.id, viewId: view.id }),
      view: slack.views.describe(view, state),
      response_urls: responseUrls({ slack, view, state, userId: person.id }),
    },
    url: slack.manifest.interactivityUrl,
    acceptsAnswer: true,
  });
  if (!delivered.ok) return trouble({ slack, view, why: delivered.reason });
  return obey({ slack, view, body: delivered.body });
}

/** Empty closes the view; anything that is no valid `response_action` is trouble. */
function obey({ slack, view, body }: { slack: Slack; view: StackedView; body: unknown }): ActResult {
  if (body === '' || (isObject(body) && Object.keys(body).length === 0)) {
    slack.views.close({ viewId: view.id });
    return { ok: true };
  }
  const answer = isObject(body) ? body : {};
  try {
    if (answer.response_action === 'errors') {
      return refuse({ slack, view, errors: readErrors({ view, errors: answer.errors }) });
    }
    if (answer.response_action === 'clear') slack.views.clear(view.userId);
    else if (answer.response_action === 'update') update({ slack, view, next: answer.view });
    else if (answer.response_action === 'push') push({ slack, view, next: answer.view });
    else throw new SlackFailure('an answer that is no response_action');
    return { ok: true };
  } catch (error) {
    if (error instanceof SlackFailure) return trouble({ slack, view, why: reasonOf(error) });
    throw error;
  }
}

function update({ slack, view, next }: { slack: Slack; view: StackedView; next: unknown }): void {
  slack.views.update({
    viewId: view.id,
    view: readView({ slack, view: next, type: 'modal', replaces: view.id }),
  });
}

function push({ slack, view, next }: { slack: Slack; view: StackedView; next: unknown }): void {
  if (slack.views.stack(view.userId).length >= maxStack) throw new SlackFailure('push_limit_reached');
  slack.views.push({ userId: view.userId, view: readView({ slack, view: next, type: 'modal' }) });
}

/** Each error must stand at an input block of this view, and say something. */
function readErrors({ view, errors }: { view: StackedView; errors: unknown }): Record<string, string> {
  const inputs = view.view.blocks
    .filter(block => block.type === 'input')
    .map(block => asText(block.block_id));
  const entries = isObject(errors) ? Object.entries(errors) : [];
  if (entries.length === 0) throw new SlackFailure('response_action errors without errors');
  return Object.fromEntries(
    entries.map(([blockId, message]) => {
      if (!inputs.includes(blockId))
        throw new SlackFailure(`an error for "${blockId}", which is no input block`);
      if (typeof message !== 'string' || message === '')
        throw new SlackFailure(`an empty error for "${blockId}"`);
      return [blockId, message];
    }),
  );
}

function refuse(input: { slack: Slack; view: StackedView; errors: Record<string, string> }): ActResult {
  const { slack, view, errors } = input;
  slack.views.mark({ viewId: view.id, errors });
  return { ok: false, message: Object.values(errors).join(' ') };
}

/** The window stays open with what was typed; the inspector says what was wrong with the answer. */
function trouble({ slack, view, why }: { slack: Slack; view: StackedView; why: string }): ActResult {
  slack.views.mark({ viewId: view.id, errors: {}, trouble: troubleConnecting });
  slack.traffic.add({
    direction: 'to_app',
    what: `view_submission ${view.view.callback_id} not accepted`,
    status: 'refused',
    reason: why,
    durationMs: 0,
    request: { view_id: view.id },
    response: {},
  });
  return { ok: false, message: troubleConnecting };
}

function reasonOf(error: SlackFailure): string {
  const metadata = isObject(error.details.response_metadata) ? error.details.response_metadata : {};
  const messages = Array.isArray(metadata.messages) ? metadata.messages : [];
  return [error.message, ...messages].join('; ');
}

type ResponseUrlsInput = {
  slack: Slack;
  view: StackedView;
  state: ViewState;
  userId: string;
};

/** One address for each conversation chosen in an input that asks for it. */
function responseUrls(input: ResponseUrlsInput): SlackJson[] {
  const { slack, view, state, userId } = input;
  return view.view.blocks.flatMap(block => {
    const element = isObject(block.element) ? block.element : {};
    const blockId = asText(block.block_id);
    const actionId = asText(element.action_id);
    const entry = state[blockId]?.[actionId];
    const channel = entry?.selected_conversation ?? entry?.selected_channel;
    if (element.response_url_enabled !== true || typeof channel !== 'string') return [];
    const response_url = slack.responseUrls.issue({ userId, channel });
    return [{ block_id: blockId, action_id: actionId, channel_id: channel, response_url }];
  });
}

import type { Act, ActResult, Person } from '../../protocol.ts';
import type { Slack } from '../slack.ts';
import type { StackedView } from '../views/view-stacks.ts';
import { ActFailure } from './act-failure.ts';
import { findPerson } from './act-targets.ts';
import { interactionBase } from './interaction-payload.ts';

/** Closes the top view (Cancel) or the whole stack (x); the app gets `view_closed` for views that ask for it. */
export function closeView({ slack, act }: { slack: Slack; act: Act & { type: 'close_view' } }): ActResult {
  const person = findPerson({ slack, as: act.as });
  const stack = slack.views.stack(act.as);
  const view = stack.at(-1);
  if (view?.id !== act.viewId) throw new ActFailure('That window is not open any more.');
  const closesAll = act.all || view.view.clear_on_close === true;
  const closed = closesAll ? (stack[0] ?? view) : view;
  if (closesAll) slack.views.clear(act.as);
  else slack.views.close({ viewId: view.id });
  if (closed.view.notify_on_close === true) notify({ slack, person, view: closed, isCleared: closesAll });
  return { ok: true };
}

function notify(input: { slack: Slack; person: Person; view: StackedView; isCleared: boolean }): void {
  const { slack, person, view, isCleared } = input;
  void slack.deliveries.send({
    kind: 'interactive',
    what: `view_closed ${view.view.callback_id}`,
    payload: {
      ...interactionBase({ slack, type: 'view_closed', person }),
      view: slack.views.describe(view, {}),
      is_cleared: isCleared,
      response_urls: [],
    },
    url: slack.manifest.interactivityUrl,
    acceptsAnswer: false,
  });
}

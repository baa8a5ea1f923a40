import type { Act, ActResult } from '../../protocol.ts';
import type { Slack } from '../slack.ts';
import { ActFailure } from './act-failure.ts';
import { findPerson } from './act-targets.ts';
import { click } from './click.ts';
import { closeView } from './close-view.ts';
import { edit, remove } from './edit-and-delete.ts';
import { forward } from './forward.ts';
import { react } from './react.ts';
import { runCommand } from './run-command.ts';
import { say } from './say.ts';
import { setLocale } from './set-locale.ts';
import { globalShortcut, messageShortcut } from './shortcuts.ts';
import { submitView } from './submit-view.ts';
import { suggest } from './suggest.ts';
import { markRead, openDm, openHome } from './visits.ts';

type Verbs = {
  [Type in Act['type']]: (input: {
    slack: Slack;
    act: Extract<Act, { type: Type }>;
  }) => ActResult | Promise<ActResult>;
};

const verbs: Verbs = {
  say,
  edit,
  delete: remove,
  forward,
  react,
  command: runCommand,
  click,
  submit: submitView,
  close_view: closeView,
  message_shortcut: messageShortcut,
  global_shortcut: globalShortcut,
  suggest,
  open_dm: openDm,
  open_home: openHome,
  mark_read: markRead,
  set_locale: setLocale,
};

/** Does what a person does in Slack; resolves when Slack would show the outcome. */
export async function perform({ slack, act }: { slack: Slack; act: Act }): Promise<ActResult> {
  // Each verb takes the act of its own name, which a lookup by name cannot express.
  const verb = verbs[act.type] as (input: { slack: Slack; act: Act }) => ActResult | Promise<ActResult>;
  try {
    findPerson({ slack, as: act.as });
    return await verb({ slack, act });
  } catch (error) {
    if (error instanceof ActFailure) return { ok: false, message: error.message };
    throw error;
  }
}

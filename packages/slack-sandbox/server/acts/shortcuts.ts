import type { Act, ActResult } from '../../protocol.ts';
import { slackMessage } from '../messages/slack-message.ts';
import type { Slack } from '../slack.ts';
import { ActFailure } from './act-failure.ts';
import { findJoined, findMessage, findPerson } from './act-targets.ts';
import { outcome, requireInteractivity } from './click.ts';
import { actionTs, encodedLabels, interactionBase, namedChannel } from './interaction-payload.ts';

type MessageShortcutInput = {
  slack: Slack;
  act: Act & { type: 'message_shortcut' };
};

/** Sends `message_action`: a shortcut from the menu of a message, also where the app is no member. */
export async function messageShortcut(input: MessageShortcutInput): Promise<ActResult> {
  const { slack, act } = input;
  const person = findPerson({ slack, as: act.as });
  const conversation = findJoined({ slack, as: act.as, channel: act.channel });
  const message = findMessage({ slack, ...act });
  if (message.ephemeral_for !== undefined) throw new ActFailure('That message has no shortcuts.');
  if (!slack.manifest.messageShortcuts.some(known => known.callbackId === act.callbackId)) {
    throw new ActFailure('That shortcut is not there any more.');
  }
  requireInteractivity(slack);
  const { team } = slack.installation;
  const said = slackMessage({ message, teamId: team.id, workspace: slack.workspace, metadata: 'type only' });
  const place = { ts: message.ts, threadTs: message.thread_ts };
  const delivered = await slack.deliveries.send({
    kind: 'interactive',
    what: `message_action ${act.callbackId}`,
    payload: {
      ...interactionBase({ slack, type: 'message_action', person }),
      callback_id: act.callbackId,
      trigger_id: slack.triggers.issue({ userId: person.id }),
      action_ts: actionTs(slack),
      response_url: slack.responseUrls.issue({ userId: person.id, channel: conversation.id, message: place }),
      channel: namedChannel(conversation),
      message_ts: message.ts,
      message: encodedLabels(said),
    },
    url: slack.manifest.interactivityUrl,
    acceptsAnswer: false,
  });
  return outcome({ delivered, isInView: false });
}

type GlobalShortcutInput = {
  slack: Slack;
  act: Act & { type: 'global_shortcut' };
};

/** Sends `shortcut`: one that belongs to no conversation. */
export async function globalShortcut(input: GlobalShortcutInput): Promise<ActResult> {
  const { slack, act } = input;
  const person = findPerson({ slack, as: act.as });
  if (!slack.manifest.globalShortcuts.some(known => known.callbackId === act.callbackId)) {
    throw new ActFailure('That shortcut is not there any more.');
  }
  requireInteractivity(slack);
  const delivered = await slack.deliveries.send({
    kind: 'interactive',
    what: `shortcut ${act.callbackId}`,
    payload: {
      ...interactionBase({ slack, type: 'shortcut', person }),
      callback_id: act.callbackId,
      trigger_id: slack.triggers.issue({ userId: person.id }),
      action_ts: actionTs(slack),
    },
    url: slack.manifest.interactivityUrl,
    acceptsAnswer: false,
  });
  return outcome({ delivered, isInView: false });
}

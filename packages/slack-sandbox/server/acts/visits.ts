import type { Act, ActResult } from '../../protocol.ts';
import type { Slack } from '../slack.ts';
import { microseconds } from '../state/timestamps.ts';
import { openDirectMessage } from '../web-api/conversations.ts';
import { ActFailure } from './act-failure.ts';
import { findJoined, findPerson } from './act-targets.ts';

/** Opens the DM with somebody; the app is sent `app_home_opened` (tab `messages`) when it is its own. */
export function openDm({ slack, act }: { slack: Slack; act: Act & { type: 'open_dm' } }): ActResult {
  const person = findPerson({ slack, as: act.as });
  const { botUserId } = slack.installation;
  if (slack.workspace.people.get(act.with) === undefined)
    throw new ActFailure('There is nobody with that name here.');
  if (act.with === botUserId) {
    const { id } = openDirectMessage({ slack, userId: person.id });
    slack.changes.publish({ type: 'home_opened', userId: person.id, tab: 'messages', channel: id });
    return { ok: true, channel: id };
  }
  const { conversation, isNew } = slack.workspace.directMessage(person.id, act.with);
  if (isNew) slack.changes.publish({ type: 'conversation_changed', conversation });
  return { ok: true, channel: conversation.id };
}

/** Opens the app's Home tab; the app is sent `app_home_opened` every time. */
export function openHome({ slack, act }: { slack: Slack; act: Act & { type: 'open_home' } }): ActResult {
  const person = findPerson({ slack, as: act.as });
  if (!slack.manifest.hasHomeTab) throw new ActFailure('This app has no Home tab.');
  const { id } = openDirectMessage({ slack, userId: person.id });
  slack.changes.publish({ type: 'home_opened', userId: person.id, tab: 'home', channel: id });
  return { ok: true, channel: id };
}

/** Remembers up to where the person has read. */
export function markRead({ slack, act }: { slack: Slack; act: Act & { type: 'mark_read' } }): ActResult {
  const { as, channel, ts } = act;
  findJoined({ slack, as, channel });
  const key = `${as}/${channel}`;
  const known = slack.workspace.lastRead.get(key);
  if (known === undefined || microseconds(known) < microseconds(ts)) {
    slack.workspace.lastRead.put(key, ts);
    slack.changes.publish({ type: 'read', userId: as, channel, ts });
  }
  return { ok: true, channel, ts };
}

import type { Act, ActResult } from '../../protocol.ts';
import type { Slack } from '../slack.ts';
import { addMember } from '../web-api/conversations.ts';
import { ActFailure } from './act-failure.ts';
import { findJoined, findPerson } from './act-targets.ts';

/** Slack's own command: brings somebody, or the app, into the channel in which it is typed. */
export const inviteCommand = '/invite';

/** Brings whom `/invite @name` names into the channel; the app learns of it by `member_joined_channel`. */
export function invite({ slack, act }: { slack: Slack; act: Act & { type: 'command' } }): ActResult {
  findPerson({ slack, as: act.as });
  const conversation = findJoined({ slack, as: act.as, channel: act.channel });
  if (conversation.kind === 'im') throw new ActFailure('Nobody can be invited into direct messages.');
  const wanted = act.text.trim().replace(/^@/, '').toLowerCase();
  if (wanted === '') throw new ActFailure(`Write whom, such as ${inviteCommand} @${slack.manifest.name}.`);
  const guest = slack.workspace.people
    .all()
    .find(({ id, name, realName }) => [id, name, realName].some(one => one.toLowerCase() === wanted));
  if (guest === undefined) throw new ActFailure(`There is nobody called ${act.text.trim()} here.`);
  if (conversation.memberIds.includes(guest.id))
    throw new ActFailure(`${guest.realName} is in this channel already.`);
  addMember({ slack, conversation, userId: guest.id });
  return { ok: true, channel: conversation.id };
}

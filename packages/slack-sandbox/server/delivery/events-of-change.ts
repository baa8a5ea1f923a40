import type {
  AppHomeOpenedEvent,
  AppMentionEvent,
  GenericMessageEvent,
  MemberJoinedChannelEvent,
  MessageChangedEvent,
  MessageDeletedEvent,
  ReactionAddedEvent,
  ReactionRemovedEvent,
  TeamJoinEvent,
} from '@slack/types';
import type { Conversation, SlackJson } from '../../protocol.ts';
import type { Change } from '../changes.ts';
import { slackMessage } from '../messages/slack-message.ts';
import type { Slack } from '../slack.ts';
import { isReply, type StoredMessage } from '../state/stored-message.ts';
import { asSent } from '../web-api/answer.ts';
import { describePerson } from '../web-api/methods/users.ts';
import { metadataEvents } from './metadata-events.ts';

/** The events the app receives for a change: subscribed, within its scopes, and only where its bot is a member. */
export function eventsOfChange({ slack, change }: { slack: Slack; change: Change }): SlackJson[] {
  const metadata = metadataEvents({ slack, change });
  if (change.type === 'message_posted')
    return [...postEvents({ slack, message: change.message }), ...metadata];
  if (change.type === 'message_changed') return [...changeEvents({ slack, change }), ...metadata];
  if (change.type === 'message_deleted') return [...deleteEvents({ slack, change }), ...metadata];
  if (change.type === 'person_joined') return personEvents({ slack, change });
  if (change.type === 'member_joined') return joinEvents({ slack, change });
  if (change.type === 'reaction_changed') return reactionEvents({ slack, change });
  if (change.type === 'home_opened') return homeEvents({ slack, change });
  return [];
}

type Channel = { channel: string; channel_type: keyof typeof messageEvents };

/** What Slack's types say of a message that was posted; which kind it is, they say by its subtype. */
type PostedEvent = Omit<GenericMessageEvent, 'subtype' | 'bot_profile'>;

const messageEvents = {
  channel: { event: 'message.channels', scope: 'channels:history' },
  group: { event: 'message.groups', scope: 'groups:history' },
  im: { event: 'message.im', scope: 'im:history' },
} as const;

/** `channel`, `group` or `im`, as events name it. */
function channelType({ kind, isPrivate }: Conversation): keyof typeof messageEvents {
  if (kind === 'im') return 'im';
  return isPrivate ? 'group' : 'channel';
}

function subscribedChannel({ slack, id }: { slack: Slack; id: string }): Channel | undefined {
  const conversation = slack.workspace.conversations.get(id);
  if (conversation === undefined || !conversation.memberIds.includes(slack.installation.botUserId)) return;
  const type = channelType(conversation);
  const { event, scope } = messageEvents[type];
  const { botEvents, scopes } = slack.manifest;
  if (!botEvents.includes(event) || !scopes.includes(scope)) return;
  return { channel: id, channel_type: type };
}

function postEvents({ slack, message }: { slack: Slack; message: StoredMessage }): SlackJson[] {
  const teamId = slack.installation.team.id;
  const said = slackMessage({ message, teamId, workspace: slack.workspace, metadata: 'full' });
  const channel = subscribedChannel({ slack, id: message.channel });
  const mentions = mentionEvents({ slack, message, said });
  if (channel === undefined) return mentions;
  const posted = { ...said, type: 'message', ...channel, event_ts: message.ts } satisfies PostedEvent;
  return [posted, ...mentions];
}

type MentionEventsInput = { slack: Slack; message: StoredMessage; said: ReturnType<typeof slackMessage> };

function mentionEvents(input: MentionEventsInput): SlackJson[] {
  const { slack, message, said } = input;
  const { botUserId } = slack.installation;
  const { botEvents, scopes } = slack.manifest;
  const conversation = slack.workspace.conversations.get(message.channel);
  const isSubscribed = botEvents.includes('app_mention') && scopes.includes('app_mentions:read');
  const isMember = conversation?.kind === 'channel' && conversation.memberIds.includes(botUserId);
  if (!isSubscribed || !isMember || !message.text.includes(`<@${botUserId}>`)) return [];
  const { bot_profile: _bot, ...rest } = said;
  const mention = { ...rest, type: 'app_mention', channel: message.channel, event_ts: message.ts };
  return [mention satisfies Omit<AppMentionEvent, 'type'>];
}

function changeEvents(input: { slack: Slack; change: Change & { type: 'message_changed' } }): SlackJson[] {
  const { slack, change } = input;
  const channel = subscribedChannel({ slack, id: change.message.channel });
  if (channel === undefined) return [];
  const teamId = slack.installation.team.id;
  const now = slackMessage({ message: change.message, teamId, metadata: 'full' });
  const before = slackMessage({ message: change.previous, teamId, metadata: 'full' });
  return [
    {
      type: 'message',
      subtype: 'message_changed',
      message: asSent({ ...now, source_team: teamId, user_team: teamId }),
      previous_message: asSent(before),
      ...channel,
      hidden: true,
      ts: change.editTs,
      event_ts: change.editTs,
    } satisfies MessageChangedEvent,
  ];
}

function deleteEvents(input: { slack: Slack; change: Change & { type: 'message_deleted' } }): SlackJson[] {
  const { slack, change } = input;
  const channel = subscribedChannel({ slack, id: change.previous.channel });
  if (channel === undefined) return [];
  const teamId = slack.installation.team.id;
  return [
    {
      type: 'message',
      subtype: 'message_deleted',
      previous_message: asSent(slackMessage({ message: change.previous, teamId, metadata: 'full' })),
      ...channel,
      hidden: true,
      deleted_ts: change.previous.ts,
      ts: change.deleteTs,
      event_ts: change.deleteTs,
      ...(isReply(change.previous) && { thread_ts: change.previous.thread_ts }),
    } satisfies MessageDeletedEvent,
  ];
}

function joinEvents(input: { slack: Slack; change: Change & { type: 'member_joined' } }): SlackJson[] {
  const { slack, change } = input;
  const { conversation, userId } = change;
  const { botEvents, scopes } = slack.manifest;
  if (!botEvents.includes('member_joined_channel') || !scopes.includes('channels:read')) return [];
  if (!conversation.memberIds.includes(slack.installation.botUserId)) return [];
  return [
    {
      type: 'member_joined_channel',
      user: userId,
      channel: conversation.id,
      channel_type: conversation.isPrivate ? 'G' : 'C',
      team: slack.installation.team.id,
      event_ts: slack.workspace.nextTs(),
    } satisfies MemberJoinedChannelEvent,
  ];
}

function personEvents(input: { slack: Slack; change: Change & { type: 'person_joined' } }): SlackJson[] {
  const { slack, change } = input;
  const { botEvents, scopes } = slack.manifest;
  if (!botEvents.includes('team_join') || !scopes.includes('users:read')) return [];
  const user = asSent(describePerson({ slack, person: change.person, withLocale: true }));
  const event_ts = slack.workspace.nextTs();
  return [
    { type: 'team_join', user, cache_ts: Math.floor(Number(event_ts)), event_ts } satisfies TeamJoinEvent,
  ];
}

/** The app is sent everybody's reactions, its own too, where its bot is a member. */
function reactionEvents(input: { slack: Slack; change: Change & { type: 'reaction_changed' } }): SlackJson[] {
  const { slack, change } = input;
  const { message, userId, name, isAdded } = change;
  const type = isAdded ? 'reaction_added' : 'reaction_removed';
  const { botEvents, scopes } = slack.manifest;
  if (!botEvents.includes(type) || !scopes.includes('reactions:read')) return [];
  const conversation = slack.workspace.conversations.get(message.channel);
  if (!conversation?.memberIds.includes(slack.installation.botUserId)) return [];
  return [
    {
      type,
      user: userId,
      reaction: name,
      item: { type: 'message', channel: message.channel, ts: message.ts },
      item_user: message.user,
      event_ts: slack.workspace.nextTs(),
    } satisfies Omit<ReactionAddedEvent | ReactionRemovedEvent, 'type'> & { type: string },
  ];
}

function homeEvents(input: { slack: Slack; change: Change & { type: 'home_opened' } }): SlackJson[] {
  const { slack, change } = input;
  if (!slack.manifest.botEvents.includes('app_home_opened')) return [];
  const home = slack.homes.view(change.userId);
  return [
    {
      type: 'app_home_opened',
      user: change.userId,
      channel: change.channel,
      tab: change.tab,
      event_ts: slack.workspace.nextTs(),
      ...(home && change.tab === 'home' && { view: asSent(home) }),
    } satisfies AppHomeOpenedEvent,
  ];
}

import type { Conversation, Person, SandboxMessage, Snapshot } from '../../protocol.ts';
import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/stored-message.ts';

/** Everything the page needs to draw itself for this person. */
export function snapshot({ slack, me }: { slack: Slack; me: Person }): Snapshot {
  const { installation, manifest, workspace, views, homes } = slack;
  const { id, name } = installation.team;
  const mine = workspace.conversations.all().filter(({ memberIds }) => memberIds.includes(me.id));
  const messages = (channel: string) => workspace.messagesIn(channel).all().map(pageMessage);
  const lastRead = (channel: string) => workspace.lastRead.get(`${me.id}/${channel}`) ?? '';
  return {
    team: { id, name },
    me,
    people: workspace.people.all(),
    conversations: mine.map(conversation => namedFor({ slack, conversation, userId: me.id })),
    otherChannels: otherChannels({ slack, me }),
    messages: Object.fromEntries(mine.map(conversation => [conversation.id, messages(conversation.id)])),
    views: views.shown(me.id),
    commands: manifest.commands.map(({ command, description, usageHint }) => ({
      command,
      description,
      usageHint,
    })),
    messageShortcuts: manifest.messageShortcuts,
    globalShortcuts: manifest.globalShortcuts,
    lastRead: Object.fromEntries(mine.map(conversation => [conversation.id, lastRead(conversation.id)])),
    now: slack.clock().getTime() / 1000,
    home: homes.shown(me.id),
    hasHome: manifest.hasHomeTab,
    appReachable: slack.deliveries.isReachable(),
    appName: manifest.name,
    appDescription: manifest.description,
    tour: slack.tour,
    appUserId: installation.botUserId,
  };
}

function otherChannels({ slack, me }: { slack: Slack; me: Person }): Snapshot['otherChannels'] {
  const { workspace } = slack;
  const people = workspace.people.all().filter(({ isBot }) => !isBot);
  return workspace.conversations.all().flatMap(({ id, name, kind, memberIds }) => {
    const member = people.find(person => memberIds.includes(person.id));
    const isOther = kind === 'channel' && !memberIds.includes(me.id);
    return isOther && member !== undefined ? [{ id, name, member }] : [];
  });
}

/** A conversation as this person sees it: a DM is called after the other side. */
export function namedFor(input: { slack: Slack; conversation: Conversation; userId: string }): Conversation {
  const { slack, conversation, userId } = input;
  if (conversation.kind !== 'im') return conversation;
  const other = conversation.memberIds.find(id => id !== userId) ?? userId;
  return { ...conversation, name: slack.workspace.people.get(other)?.realName ?? other };
}

/** A message without the fields that are internal to the server. */
export function pageMessage(message: StoredMessage): SandboxMessage {
  const { app_id: _app, bot_profile: _bot, client_msg_id: _id, metadata: _metadata, ...shown } = message;
  return shown;
}

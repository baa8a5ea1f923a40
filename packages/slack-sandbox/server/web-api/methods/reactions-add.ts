import { has as isEmoji } from 'node-emoji';
import { z } from 'zod';
import { findConversation, isMember } from '../conversations.ts';
import { defineMethod } from '../method.ts';
import { tier3 } from '../rate-limits.ts';
import { SlackFailure } from '../slack-failure.ts';

export const reactionsAdd = defineMethod({
  name: 'reactions.add',
  scopes: ['reactions:write'],
  limit: tier3,
  args: z.object({ channel: z.string(), timestamp: z.string(), name: z.string() }),
  run({ args, slack }) {
    const conversation = findConversation({ slack, channel: args.channel });
    if (!isMember({ slack, conversation })) throw new SlackFailure('not_in_channel');
    if (!/^[a-z0-9_+-]+$/.test(args.name) || !isEmoji(args.name)) throw new SlackFailure('invalid_name');
    const messages = slack.workspace.messagesIn(conversation.id);
    const message = messages.get(args.timestamp);
    if (message === undefined) throw new SlackFailure('message_not_found');
    const { botUserId } = slack.installation;
    const { reactions = [] } = message;
    const known = reactions.find(reaction => reaction.name === args.name);
    if (known?.users.includes(botUserId)) throw new SlackFailure('already_reacted');
    const users = [...(known?.users ?? []), botUserId];
    const others = reactions.filter(reaction => reaction !== known);
    const added = { ...message, reactions: [...others, { name: args.name, users, count: users.length }] };
    slack.changes.publish({ type: 'message_touched', message: messages.put(message.ts, added) });
    return {};
  },
});

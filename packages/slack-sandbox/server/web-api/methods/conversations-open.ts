import type { ConversationsOpenResponse } from '@slack/web-api';
import { z } from 'zod';
import type { Slack } from '../../slack.ts';
import { isDeactivated } from '../../state/is-deactivated.ts';
import type { Answer } from '../answer.ts';
import { commaList, flag } from '../argument-types.ts';
import { findConversation, openDirectMessage } from '../conversations.ts';
import { defineMethod } from '../method.ts';
import { tier3 } from '../rate-limits.ts';
import { SlackFailure } from '../slack-failure.ts';

export const conversationsOpen = defineMethod({
  name: 'conversations.open',
  scopes: ['im:write'],
  limit: tier3,
  args: z.object({
    users: commaList.optional(),
    channel: z.string().optional(),
    return_im: flag.optional(),
    prevent_creation: flag.optional(),
  }),
  run({ args, slack }) {
    if (args.channel !== undefined) return opened({ slack, channel: args.channel });
    const [userId, ...others] = args.users ?? [];
    if (userId === undefined) throw new SlackFailure('users_list_not_supplied');
    // A group DM needs `mpim:write`, which this workspace does not offer.
    if (others.length > 0) throw new SlackFailure('missing_scope', { needed: 'mpim:write' });
    const person = slack.workspace.people.get(userId);
    if (person === undefined) throw new SlackFailure('user_not_found');
    if (person.isBot) throw new SlackFailure('cannot_dm_bot');
    if (isDeactivated({ person, trouble: slack.trouble.get() })) throw new SlackFailure('user_disabled');
    const conversation = openDirectMessage({ slack, userId });
    const channel = { id: conversation.id, user: userId, is_im: true, is_open: true };
    return {
      channel: args.return_im ? channel : { id: conversation.id },
    } satisfies Answer<ConversationsOpenResponse>;
  },
});

function opened({ slack, channel }: { slack: Slack; channel: string }) {
  const { id } = findConversation({ slack, channel });
  return { no_op: true, already_open: true, channel: { id } } satisfies Answer<ConversationsOpenResponse>;
}

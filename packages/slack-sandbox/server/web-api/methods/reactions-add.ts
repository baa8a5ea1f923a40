import { z } from 'zod';
import { addReaction, hasReacted } from '../../messages/react.ts';
import { defineMethod } from '../method.ts';
import { tier3 } from '../rate-limits.ts';
import { findReactionTarget } from '../reaction-target.ts';
import { SlackFailure } from '../slack-failure.ts';

export const reactionsAdd = defineMethod({
  name: 'reactions.add',
  scopes: ['reactions:write'],
  limit: tier3,
  args: z.object({ channel: z.string(), timestamp: z.string(), name: z.string() }),
  run({ args, slack }) {
    const reaction = findReactionTarget({ slack, ...args });
    if (hasReacted(reaction)) throw new SlackFailure('already_reacted');
    addReaction(reaction);
    return {};
  },
});

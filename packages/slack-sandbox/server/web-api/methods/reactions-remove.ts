import { z } from 'zod';
import { hasReacted, removeReaction } from '../../messages/react.ts';
import { defineMethod } from '../method.ts';
import { tier2 } from '../rate-limits.ts';
import { findReactionTarget } from '../reaction-target.ts';
import { SlackFailure } from '../slack-failure.ts';

export const reactionsRemove = defineMethod({
  name: 'reactions.remove',
  scopes: ['reactions:write'],
  limit: tier2,
  args: z.object({ channel: z.string(), timestamp: z.string(), name: z.string() }),
  run({ args, slack }) {
    const reaction = findReactionTarget({ slack, ...args });
    if (!hasReacted(reaction)) throw new SlackFailure('no_reaction');
    removeReaction(reaction);
    return {};
  },
});

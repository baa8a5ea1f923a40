import type { Act, ActResult } from '../../protocol.ts';
import { addReaction, hasReacted, removeReaction } from '../messages/react.ts';
import type { Slack } from '../slack.ts';
import { ActFailure } from './act-failure.ts';
import { findMessage } from './act-targets.ts';

/** Adds the person's reaction to a message, or takes it back when it is there. */
export function react({ slack, act }: { slack: Slack; act: Act & { type: 'react' } }): ActResult {
  const { as, channel, ts, name } = act;
  const message = findMessage({ slack, as, channel, ts });
  if (message.ephemeral_for !== undefined) throw new ActFailure('Only you see that message.');
  const reaction = { slack, message, name, userId: as };
  if (hasReacted(reaction)) removeReaction(reaction);
  else addReaction(reaction);
  return { ok: true, channel, ts };
}

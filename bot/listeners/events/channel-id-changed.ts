import { z } from 'zod';
import { listChannels } from '../../helpdesk-channels.ts';
import type { EventListener } from '../handling/on-event.ts';

const changedSchema = z.looseObject({ old_channel_id: z.string(), new_channel_id: z.string() });

/**
 * In an Enterprise organization a channel gets a new id when it is shared with, or moved to, another workspace: the
 * configuration still names the old one, and only the operator can change that.
 */
export const channelIdChanged: EventListener = async ({ context, event }) => {
  const changed = changedSchema.safeParse(event);
  if (!changed.success) return;
  const { old_channel_id: from, new_channel_id: to } = changed.data;
  const { channels, logger } = context;
  if (!listChannels(channels).some(({ channel }) => channel === from)) return;
  const variable = channels.helpdeskChannel === from ? 'HELPDESK_CHANNEL' : 'HELPDESK_CHANNELS';
  const advice = `Write ${to} instead of ${from} in ${variable}, and start the bot again.`;
  logger.error({ from, to, advice }, 'a channel of helpdesk has a new id');
};

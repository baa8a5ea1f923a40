import type { BotsInfoResponse } from '@slack/web-api';
import { z } from 'zod';
import type { Answer } from '../answer.ts';
import { defineMethod } from '../method.ts';
import { tier3 } from '../rate-limits.ts';
import { SlackFailure } from '../slack-failure.ts';
import { avatarOf } from './users.ts';

export const botsInfo = defineMethod({
  name: 'bots.info',
  scopes: ['users:read'],
  limit: tier3,
  args: z.object({ bot: z.string().optional() }),
  run({ args, slack }) {
    const { appId, botId, botUserId } = slack.installation;
    if ((args.bot ?? botId) !== botId) throw new SlackFailure('bot_not_found');
    const { image_48, image_72 } = avatarOf(botUserId);
    const bot = {
      id: botId,
      app_id: appId,
      user_id: botUserId,
      name: slack.manifest.name,
      deleted: false,
      updated: 1_700_000_000,
      icons: { image_36: image_48, image_48, image_72 },
    };
    return { bot } satisfies Answer<BotsInfoResponse>;
  },
});

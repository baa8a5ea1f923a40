import type { ApiTestResponse, AuthTestResponse } from '@slack/web-api';
import { z } from 'zod';
import type { Answer } from '../answer.ts';
import { defineMethod } from '../method.ts';
import { SlackFailure } from '../slack-failure.ts';

export const apiTest = defineMethod({
  name: 'api.test',
  token: 'none',
  limit: 'none',
  args: z.looseObject({ error: z.string().optional() }),
  run({ args }) {
    if (args.error !== undefined) throw new SlackFailure(args.error, { args });
    return { args } satisfies Answer<ApiTestResponse>;
  },
});

export const authTest = defineMethod({
  name: 'auth.test',
  limit: 'none',
  args: z.object({}),
  run({ slack }) {
    const { team, enterprise, appId, botId, botUserId } = slack.installation;
    return {
      url: `${slack.baseUrl()}/`,
      team: team.name,
      user: slack.manifest.name,
      // A token for a whole organization belongs to none of its workspaces.
      team_id: enterprise?.id ?? team.id,
      user_id: botUserId,
      bot_id: botId,
      app_id: appId,
      ...(enterprise && { enterprise_id: enterprise.id }),
      is_enterprise_install: enterprise !== undefined,
    } satisfies Answer<AuthTestResponse>;
  },
});

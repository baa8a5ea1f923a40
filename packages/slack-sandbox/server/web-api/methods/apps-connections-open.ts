import type { AppsConnectionsOpenResponse } from '@slack/web-api';
import { z } from 'zod';
import type { Answer } from '../answer.ts';
import { defineMethod } from '../method.ts';
import { tier1 } from '../rate-limits.ts';
import { SlackFailure } from '../slack-failure.ts';

export const appsConnectionsOpen = defineMethod({
  name: 'apps.connections.open',
  token: 'app',
  limit: tier1,
  args: z.object({}),
  run({ slack }) {
    if (!slack.manifest.isSocketMode) throw new SlackFailure('socket_mode_not_enabled');
    const address = slack.baseUrl().replace(/^http/, 'ws');
    return {
      url: `${address}/link/?ticket=${slack.sockets.issueTicket()}&app_id=${slack.installation.appId}`,
    } satisfies Answer<AppsConnectionsOpenResponse>;
  },
});

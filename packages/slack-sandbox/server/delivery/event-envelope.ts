import type { SlackJson } from '../../protocol.ts';
import { newId } from '../ids.ts';
import type { Slack } from '../slack.ts';

/** The outer body of an Events API delivery. */
export function eventEnvelope({ slack, event }: { slack: Slack; event: SlackJson }): SlackJson {
  const { team, enterprise, appId, botUserId, verificationToken } = slack.installation;
  return {
    token: verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    ...(enterprise && { enterprise_id: enterprise.id }),
    context_enterprise_id: enterprise?.id ?? null,
    api_app_id: appId,
    event,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(slack.clock().getTime() / 1000),
    authorizations: [
      {
        enterprise_id: enterprise?.id ?? null,
        team_id: enterprise === undefined ? team.id : null,
        user_id: botUserId,
        is_bot: true,
        is_enterprise_install: enterprise !== undefined,
      },
    ],
    is_ext_shared_channel: false,
    event_context: newId('4-'),
  };
}

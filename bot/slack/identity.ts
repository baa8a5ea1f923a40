import type { Clock, Logger } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';
import { askAtStart } from './ask-at-start.ts';

type RecogniseBotInput = { slack: WebClient; slackApiUrl: string; clock: Clock; logger: Logger };

/** Slack itself, which speaks as if it were a person. */
export const slackbot = 'USLACKBOT';

/** The bot in Slack, and where it is installed; what Slack does not say is undefined. */
export type Identity = {
  botUserId: string;
  botId: string;
  appId: string | undefined;
  teamId: string | undefined;
  enterpriseId: string | undefined;
  /** The workspace of our people; undefined in an organisation of several, where they may be of any. */
  homeTeamId: string | undefined;
};

/** Asks Slack who the token belongs to; throws a sentence for people when that fails. */
export async function recogniseBot(input: RecogniseBotInput): Promise<Identity> {
  const { slack, ...rest } = input;
  const answer = await askAtStart({ ask: () => slack.auth.test(), secret: 'SLACK_BOT_TOKEN', ...rest });
  const { user_id: botUserId, bot_id: botId } = answer;
  if (botUserId === undefined || botId === undefined)
    throw new Error('SLACK_BOT_TOKEN is not a bot token: use the one that begins with xoxb-.');
  const { app_id: appId, team_id: teamId } = answer;
  const enterpriseId = answer.enterprise_id ?? undefined;
  const homeTeamId = enterpriseId === undefined ? teamId : undefined;
  return { botUserId, botId, appId, teamId, enterpriseId, homeTeamId };
}

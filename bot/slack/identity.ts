import { ErrorCode, type WebAPICallError, type WebClient } from '@slack/web-api';

type RecogniseBotInput = { slack: WebClient; slackApiUrl: string };

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
  const { slack, slackApiUrl } = input;
  const answer = await slack.auth.test().catch(cause => {
    throw new Error(formatRefusal({ cause, slackApiUrl }), { cause });
  });
  const { user_id: botUserId, bot_id: botId } = answer;
  if (botUserId === undefined || botId === undefined)
    throw new Error('SLACK_BOT_TOKEN is not a bot token: use the one that begins with xoxb-.');
  const { app_id: appId, team_id: teamId } = answer;
  const enterpriseId = answer.enterprise_id ?? undefined;
  const homeTeamId = enterpriseId === undefined ? teamId : undefined;
  return { botUserId, botId, appId, teamId, enterpriseId, homeTeamId };
}

type FormatRefusalInput = { cause: WebAPICallError; slackApiUrl: string };

/** Why `auth.test` failed, as a sentence for people. */
export function formatRefusal({ cause, slackApiUrl }: FormatRefusalInput): string {
  if (cause.code === ErrorCode.PlatformError)
    return `Slack refuses SLACK_BOT_TOKEN (${cause.data.error}). Install the app again and copy its bot token.`;
  return `Slack cannot be reached at ${slackApiUrl} (${cause.message}). Check the network and SLACK_API_URL.`;
}

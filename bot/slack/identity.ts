import { ErrorCode, type WebAPICallError, type WebClient } from '@slack/web-api';

type RecogniseBotInput = { slack: WebClient; slackApiUrl: string };

/** Asks Slack who the token belongs to; throws a sentence for people when that fails. */
export async function recogniseBot(input: RecogniseBotInput): Promise<{ botUserId: string; botId: string }> {
  const { slack, slackApiUrl } = input;
  const { user_id: botUserId, bot_id: botId } = await slack.auth.test().catch(cause => {
    throw new Error(sayWhyRefused({ cause, slackApiUrl }), { cause });
  });
  if (botUserId === undefined || botId === undefined)
    throw new Error('SLACK_BOT_TOKEN is not a bot token: use the one that begins with xoxb-.');
  return { botUserId, botId };
}

type SayWhyRefusedInput = { cause: WebAPICallError; slackApiUrl: string };

/** Why `auth.test` failed, as a sentence for people. */
export function sayWhyRefused({ cause, slackApiUrl }: SayWhyRefusedInput): string {
  if (cause.code === ErrorCode.PlatformError)
    return `Slack refuses SLACK_BOT_TOKEN (${cause.data.error}). Install the app again and copy its bot token.`;
  return `Slack cannot be reached at ${slackApiUrl} (${cause.message}). Check the network and SLACK_API_URL.`;
}

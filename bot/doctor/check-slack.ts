import type { Finding, Logger } from '@campus-desk/service-kit';
import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import type { SlackAccess } from '../config.ts';
import { listChannels } from '../helpdesk-channels.ts';
import { slackAdvice } from '../slack/advice.ts';
import { formatRefusal } from '../slack/ask-at-start.ts';
import { webClientOptions } from '../slack/bolt-app.ts';
import { slackLogger } from '../slack/logger.ts';

const about = 'Slack app';
const timeoutMs = 5000;

type CheckSlackInput = { slack: SlackAccess; wantedScopes: readonly string[]; logger: Logger };

/**
 * Whether Slack lets the bot in, with the scopes of the manifest, into every channel of helpdesk and over its way of
 * being reached; asks only, posts nothing.
 */
export async function checkSlack({ slack, wantedScopes, logger }: CheckSlackInput): Promise<Finding[]> {
  const { botToken, appToken, slackApiUrl } = slack;
  const clientFor = (token: string) =>
    new WebClient(token, { ...webClientOptions({ slackApiUrl, timeoutMs }), logger: slackLogger(logger) });
  const bot = clientFor(botToken);
  try {
    const { user, team, response_metadata: metadata } = await bot.auth.test();
    return [
      { about, verdict: 'fine', says: `The bot is @${user} in the workspace ${team}.` },
      checkScopes({ wantedScopes, scopes: metadata?.scopes ?? [] }),
      ...(await Promise.all(listChannels(slack).map(({ channel }) => checkChannel({ bot, channel })))),
      appToken === undefined ? httpMode : await checkSocketMode(clientFor(appToken)),
    ];
  } catch (cause) {
    return [
      { about, verdict: 'wrong', says: formatRefusal({ cause, secret: 'SLACK_BOT_TOKEN', slackApiUrl }) },
    ];
  }
}

function checkScopes(input: { wantedScopes: readonly string[]; scopes: readonly string[] }): Finding {
  const about = 'Scopes';
  const missing = input.wantedScopes.filter(scope => !input.scopes.includes(scope));
  if (missing.length === 0) return { about, verdict: 'fine', says: 'The app has all it needs.' };
  return {
    about,
    verdict: 'wrong',
    says: `The app lacks ${missing.join(', ')}.`,
    remedy: 'Update the app from its manifest (npm run manifest -- --help), then install it again.',
  };
}

async function checkChannel({ bot, channel }: { bot: WebClient; channel: string }): Promise<Finding> {
  const about = 'Helpdesk channel';
  try {
    await bot.conversations.history({ channel, limit: 1 });
    return { about, verdict: 'fine', says: `The bot is in ${channel}.` };
  } catch (error) {
    const reason = reasonOf(error);
    const remedy = slackAdvice[reason];
    return {
      about,
      verdict: 'wrong',
      says: `Slack does not let the bot into ${channel} (${reason}).`,
      ...(remedy && { remedy }),
    };
  }
}

async function checkSocketMode(app: WebClient): Promise<Finding> {
  const about = 'Socket Mode';
  try {
    await app.apps.connections.open();
    return { about, verdict: 'fine', says: 'Slack accepts SLACK_APP_TOKEN for Socket Mode.' };
  } catch (error) {
    return {
      about,
      verdict: 'wrong',
      says: `Slack refuses Socket Mode (${reasonOf(error)}).`,
      remedy:
        'Turn on Socket Mode in the app, and set SLACK_APP_TOKEN to one with the scope connections:write.',
    };
  }
}

const httpMode: Finding = {
  about: 'HTTP mode',
  verdict: 'note',
  says: 'Slack sends to /slack/events on BOT_PORT. Whether it gets through cannot be seen from here.',
  remedy: 'The address in the app’s settings must be https and lead there.',
};

function reasonOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  return error instanceof Error ? error.message : String(error);
}

import { type Language, languages } from '@campus-desk/contract';
import type { WebClient } from '@slack/web-api';

type LanguageOfInput = { slack: Pick<WebClient, 'users'>; userId: string };

/** The language in which somebody uses Slack, where it is one that we know and Slack says it. */
export async function languageOf({ slack, userId }: LanguageOfInput): Promise<Language | undefined> {
  const { user } = await slack.users.info({ user: userId, include_locale: true });
  return languages.find(one => user?.locale?.split('-')[0] === one);
}

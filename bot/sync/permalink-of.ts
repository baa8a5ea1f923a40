import type { SlackRef } from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import type { SyncContext } from './context.ts';

type PermalinkOfInput = { context: SyncContext; card: SlackRef };

/** The address of a card, undefined when Slack does not say it. */
export async function permalinkOf(input: PermalinkOfInput): Promise<string | undefined> {
  const { context, card } = input;
  try {
    return await context.slack.permalink(card);
  } catch (error) {
    if (error instanceof SlackRefusal) return undefined;
    throw error;
  }
}

import type { Logger } from '@campus-desk/service-kit';
import { RespondError } from '@slack/bolt';
import { judge, SlackRefusal } from '../slack/errors.ts';
import type { StatsPart } from '../ui/stats-message.ts';

type PostWithPicturesInput = {
  parts: StatsPart[];
  post: (parts: StatsPart[]) => Promise<unknown>;
  logger: Logger;
};

/**
 * Posts the parts of an answer; what Slack refuses with a picture, it takes without: a file may not be ready for
 * everybody yet. Rejects when it is refused without pictures too, or when it is unclear whether it was posted.
 */
export async function postWithPictures({ parts, post, logger }: PostWithPicturesInput): Promise<void> {
  try {
    await post(parts);
  } catch (err) {
    const hasPicture = parts.some(part => 'report' in part && part.image !== undefined);
    if (!hasPicture || !isRefusal(err)) throw err;
    logger.warn({ err }, 'Slack refused the pictures');
    const note = 'Slack could not show the chart; the numbers are complete.';
    await post(parts.map(part => ('report' in part ? { ...part, image: undefined, note } : part)));
  }
}

function isRefusal(error: unknown): boolean {
  if (error instanceof SlackRefusal || error instanceof RespondError) return true;
  return judge(error).kind === 'refused';
}

import { RespondError } from '@slack/bolt';
import { judge, SlackRefusal } from '../slack/errors.ts';
import type { StatsPart, UploadedImage } from '../ui/stats-message.ts';
import type { Texts } from '../ui/texts/texts.ts';
import type { StatsContext } from './answer.ts';

/** How often Slack is asked again to take a picture, in milliseconds from one time to the next: 25 seconds in all. */
export const pictureWaitsMs = {
  often: [500, 1000, 1500, ...Array.from({ length: 11 }, () => 2000)],
  /** An address that takes five answers: words, these attempts, and the note that there is no picture. */
  fewUses: [3000, 22_000],
};

type PostWithPicturesInput = {
  context: Pick<StatsContext, 'logger' | 'sleep'>;
  texts: Texts;
  parts: StatsPart[];
  post: (parts: StatsPart[]) => Promise<unknown>;
  /** Waits between the attempts to show an uploaded picture. */
  waitsMs: readonly number[];
  /** Shows uploaded pictures in another way; rejects when that fails. */
  share?: (images: UploadedImage[]) => Promise<unknown>;
};

/**
 * Posts the parts of an answer. An uploaded picture is refused until Slack has checked it, so the post is tried again;
 * what is refused to the end is shared by `share`, else the answer says that there is no picture. Rejects when it is
 * refused without pictures too, or when it is unclear whether it was posted.
 */
export async function postWithPictures(input: PostWithPicturesInput): Promise<void> {
  const { context, texts, parts, post, share } = input;
  const { logger } = context;
  const refusal = await tryToPost(input);
  if (refusal === undefined) return;
  logger.warn({ err: refusal.err }, 'Slack refused the pictures');
  const images = uploadedIn(parts);
  if (share !== undefined && images.length > 0) {
    const isShared = await share(images).then(
      () => true,
      err => {
        logger.warn({ err }, 'the pictures could not be shared either');
        return false;
      },
    );
    if (isShared) return;
  }
  const note = texts.stats.notShown;
  await post(parts.map(part => ('report' in part ? { ...part, image: undefined, note } : part)));
}

/** Resolves to the last refusal, or to nothing once the post is there. */
async function tryToPost(input: PostWithPicturesInput): Promise<{ err: unknown } | undefined> {
  const { context, parts, post } = input;
  const waiting = uploadedIn(parts).length > 0 ? [...input.waitsMs] : [];
  for (;;) {
    try {
      await post(parts);
      return undefined;
    } catch (err) {
      const hasPicture = parts.some(part => 'report' in part && part.image !== undefined);
      if (!hasPicture || !isRefusal(err)) throw err;
      const ms = waiting.shift();
      if (ms === undefined || !isAboutThePicture(err)) return { err };
      context.logger.info({ err }, 'Slack does not take the pictures yet');
      await context.sleep(ms);
    }
  }
}

/** The pictures that had to be uploaded, as no address leads to them. */
export function uploadedIn(parts: StatsPart[]): UploadedImage[] {
  return parts.flatMap(part =>
    'report' in part && part.image !== undefined && 'fileId' in part.image ? part.image : [],
  );
}

function isRefusal(error: unknown): boolean {
  if (error instanceof SlackRefusal || error instanceof RespondError) return true;
  return judge(error).kind === 'refused';
}

/** Bolt does not say what Slack answered, so it may be that. */
function isAboutThePicture(error: unknown): boolean {
  if (error instanceof RespondError) return true;
  const verdict = judge(error);
  const judged = 'reason' in verdict ? verdict.reason : '';
  const reason = error instanceof SlackRefusal ? error.reason : judged;
  return /invalid_blocks|slack.?file|file_not_found/.test(reason);
}

import {
  imagesMessage,
  missingMessage,
  missingWords,
  type StatsMessage,
  type StatsPart,
  statsMessage,
  type UploadedImage,
} from '../ui/stats-message.ts';
import type { Texts } from '../ui/texts/texts.ts';
import { answerStats, type StatsContext } from './answer.ts';
import { pictureWaitsMs, postWithPictures, uploadedIn } from './post-with-pictures.ts';
import { type StatsRequest, writeStatsRequest } from './stats-request.ts';

/** Posts a message where the request was made, for all to see; rejects when Slack refuses it. */
export type Post = (message: StatsMessage) => Promise<void>;

/** How long the words wait for the pictures before they go alone, in milliseconds. */
const patienceMs = 600;

type PostAnswerInput = {
  context: StatsContext;
  request: StatsRequest;
  /** Of where it is answered. */
  texts: Texts;
  post: Post;
  /** To the person alone: when there is nothing to show but what is missing, as a message and as plain words. */
  postEphemeral: (message: StatsMessage, words: string) => Promise<void>;
  postImages: (late: { whole: StatsMessage; images: StatsMessage }) => Promise<void>;
  /** Asked once the words are posted: waits between the attempts to show pictures that were uploaded. */
  waitsMs?: () => readonly number[];
  share?: (images: UploadedImage[]) => Promise<void>;
};

/**
 * Answers a request: in one message when its pictures come soon and need no upload, else the words at once and the
 * pictures by `postImages`, which gets the message with everything, and the pictures alone.
 */
export async function postAnswer(input: PostAnswerInput): Promise<void> {
  const { context, request, texts, post, postEphemeral, postImages, share } = input;
  const { parts, withPictures } = await answerStats({ context, request, texts });
  if (parts.every(part => 'missing' in part))
    return postEphemeral(missingMessage(parts), missingWords(parts));

  const whole = (all: StatsPart[]) =>
    statsMessage({ parts: all, request: writeStatsRequest(request), texts });
  const soon = await Promise.race([withPictures, context.sleep(patienceMs).then(() => undefined)]);
  if (soon !== undefined && uploadedIn(soon).length === 0)
    return postWithPictures({ context, texts, parts: soon, post: all => post(whole(all)), waitsMs: [] });

  await post(whole(parts));
  await postWithPictures({
    context,
    texts,
    parts: await withPictures,
    post: async all => {
      const images = imagesMessage(all);
      if (images !== undefined) await postImages({ whole: whole(all), images });
    },
    waitsMs: input.waitsMs?.() ?? pictureWaitsMs.fewUses,
    ...(share && { share }),
  });
}

import {
  imagesMessage,
  missingMessage,
  missingWords,
  type StatsMessage,
  type StatsPart,
  statsMessage,
} from '../ui/stats-message.ts';
import { answerStats, type StatsContext } from './answer.ts';
import { postWithPictures } from './post-with-pictures.ts';
import { type StatsRequest, writeStatsRequest } from './stats-request.ts';

/** Posts a message where the request was made, for all to see; rejects when Slack refuses it. */
export type Post = (message: StatsMessage) => Promise<void>;

/** How long the words wait for the pictures before they go alone, in milliseconds. */
const patienceMs = 600;

type PostAnswerInput = {
  context: StatsContext;
  request: StatsRequest;
  post: Post;
  /** To the person alone: when there is nothing to show but what is missing, as a message and as plain words. */
  postEphemeral: (message: StatsMessage, words: string) => Promise<void>;
  postImages: (late: { whole: StatsMessage; images: StatsMessage }) => Promise<void>;
};

/**
 * Answers a request: with its pictures in one message when they come soon, else the words at once and the pictures
 * by `postImages`, which gets the message with everything, and the pictures alone.
 */
export async function postAnswer(input: PostAnswerInput): Promise<void> {
  const { context, request, post, postEphemeral, postImages } = input;
  const { logger } = context;
  const { parts, withPictures } = await answerStats({ context, request });
  if (parts.every(part => 'missing' in part))
    return postEphemeral(missingMessage(parts), missingWords(parts));

  const whole = (all: StatsPart[]) => statsMessage({ parts: all, request: writeStatsRequest(request) });
  const soon = await Promise.race([withPictures, context.sleep(patienceMs).then(() => undefined)]);
  if (soon !== undefined) return postWithPictures({ logger, parts: soon, post: all => post(whole(all)) });

  await post(whole(parts));
  await postWithPictures({
    logger,
    parts: await withPictures,
    post: async all => {
      const images = imagesMessage(all);
      if (images !== undefined) await postImages({ whole: whole(all), images });
    },
  });
}

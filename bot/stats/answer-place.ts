import type { SlackRef } from '@campus-desk/contract';
import type { WebClient } from '@slack/web-api';
import { isRefused } from '../slack/errors.ts';
import type { StatsMessage, UploadedImage } from '../ui/stats-message.ts';
import { pictureWaitsMs } from './post-with-pictures.ts';
import { postTo } from './response-url.ts';

type AnswerPlaceInput = { slack: WebClient; channel: string; responseUrl: string };

/**
 * Where a command was typed. As a member the bot posts there and changes its post when the pictures come; elsewhere the
 * address of the command takes the words and, as another message, the pictures.
 */
export function answerPlace({ slack, channel, responseUrl }: AnswerPlaceInput) {
  const postOverUrl = postTo(responseUrl);
  let posted: SlackRef | undefined;

  return {
    waitsMs: () => (posted === undefined ? pictureWaitsMs.fewUses : pictureWaitsMs.often),

    async post(message: StatsMessage): Promise<void> {
      const answer = await slack.chat
        .postMessage({ channel, unfurl_links: false, unfurl_media: false, ...message })
        .catch(error => {
          if (isRefused(error) && !hasPicture(message)) return undefined;
          throw error;
        });
      if (answer?.channel === undefined || answer.ts === undefined) return postOverUrl(message);
      posted = { channel: answer.channel, ts: answer.ts };
    },

    async postImages({ whole, images }: { whole: StatsMessage; images: StatsMessage }): Promise<void> {
      if (posted === undefined) return postOverUrl(images);
      await slack.chat.update({ ...posted, ...whole });
    },

    share: (images: UploadedImage[]) => shareUnder({ slack, post: posted, images }),
  };
}

type ShareUnderInput = { slack: WebClient; post: SlackRef | undefined; images: UploadedImage[] };

/** Shares pictures in the thread of an answer; rejects where the bot has no post to do so under. */
export async function shareUnder({ slack, post, images }: ShareUnderInput): Promise<void> {
  if (post === undefined) throw new Error('There is no thread to share pictures in.');
  await slack.filesUploadV2({
    channel_id: post.channel,
    thread_ts: post.ts,
    file_uploads: images.map(({ png, title }) => ({ file: png, filename: 'chart.png', title })),
  });
}

function hasPicture({ blocks }: StatsMessage): boolean {
  return blocks.some(({ type }) => type === 'image');
}

import { type SlackRef, slackRefSchema } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import type { MayBeShown, SyncContext } from './context.ts';
import { type Marker, metadataOf, type Shelf } from './find-own-post.ts';

export type Post = { text: string; blocks: KnownBlock[] };

/** Where a post stands, and whether it was made just now: one found again may show an older state. */
export type Posted = SlackRef & { isNew: boolean };

type PostOnceInput = {
  context: SyncContext;
  shelf: Shelf;
  post: Post;
  marker: Marker;
  /** When the event happened: the post cannot be older. */
  sinceMs: number;
  mayBeShown: ReturnType<MayBeShown>;
};

/**
 * Posts unless our marker says it was posted before: by an earlier process, or by a call whose answer was lost.
 * Throws a `SlackRefusal` when Slack will not take it.
 */
export async function postOnce(input: PostOnceInput): Promise<Posted> {
  const { shelf, post, marker, sinceMs, mayBeShown } = input;
  const { slack, call, ownPosts, hold } = input.context;
  const find = async ({ fresh }: { fresh: boolean }) => {
    const found = await ownPosts.find({ shelf, marker, sinceMs, fresh });
    return found && { ...found, isNew: false };
  };
  const found = mayBeShown === 'no' ? undefined : await find({ fresh: mayBeShown === 'by us' });
  if (found !== undefined) return found;

  const { channel, threadTs } = shelf;
  return call({
    method: 'chat.postMessage',
    channel,
    hold,
    findDone: () => find({ fresh: true }),
    run: async () => {
      const ref = threadTs === undefined ? { channel } : { channel, thread_ts: threadTs };
      const answer = await slack.chat.postMessage({
        ...ref,
        ...post,
        parse: 'none',
        unfurl_links: false,
        unfurl_media: false,
        metadata: metadataOf(marker),
      });
      return { ...slackRefSchema.parse({ channel: answer.channel, ts: answer.ts }), isNew: true };
    },
  });
}

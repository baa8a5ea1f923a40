import type { Post } from '../slack/call.ts';
import { type Marker, metadataOf } from '../slack/marker.ts';
import type { Posted } from '../slack/paced-client.ts';
import type { MayBeShown, SyncContext } from './context.ts';
import type { PostTarget } from './find-own-post.ts';

type PostOnceInput = {
  context: SyncContext;
  target: PostTarget;
  /** Drawn when its turn has come. */
  draw: () => Post | Promise<Post>;
  onWait?: () => void;
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
  const { target, draw, onWait, marker, sinceMs, mayBeShown } = input;
  const { slack, ownPosts, secondPosts } = input.context;
  const find = async ({ fresh }: { fresh: boolean }) => {
    const found = await ownPosts.find({ target, marker, sinceMs, fresh });
    return found && { ...found, isNew: false };
  };
  const found = mayBeShown === 'no' ? undefined : await find({ fresh: mayBeShown === 'by us' });
  if (found !== undefined) return found;

  let mayComeTwice = mayBeShown !== 'no';
  const findPosted = () => {
    mayComeTwice = true;
    return find({ fresh: true });
  };
  const posted = await slack.post({ ...target, draw, onWait, metadata: metadataOf(marker), findPosted });
  if (mayComeTwice && posted.isNew) secondPosts.watch({ target, marker, ts: posted.ts });
  return posted;
}

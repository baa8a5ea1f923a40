import type { KnownBlock } from '@slack/types';

/** What a message says, as people and screen readers get it. */
export type Post = { text: string; blocks: KnownBlock[] };

export type Drawn = {
  /** Called when the turn in Slack has come. */
  draw: () => Post | Promise<Post>;
  /** Nobody waits for it. */
  canWait?: boolean | undefined;
  /** Called when the turn does not come at once. */
  onWait?: (() => void) | undefined;
};

/** One call of the Web API. */
export type Call<Result> = Partial<Drawn> & {
  method: string;
  /** Where it happens, for the pace and for the operator. */
  channel?: string;
  /** Whether it changes what people see. */
  writes?: boolean;
  run: (post: Post) => Promise<Result>;
  findDone?: () => Promise<Result | undefined>;
};

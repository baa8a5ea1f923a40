import type { Client, SlackRef, ThreadSide, Ticket } from '@campus-desk/contract';
import type { HelpdeskChannels } from '../helpdesk-channels.ts';
import type { SlackRefusal } from '../slack/errors.ts';
import type { PacedSlack } from '../slack/paced-client.ts';
import type { OwnPosts } from './find-own-post.ts';
import type { SecondPosts } from './second-posts.ts';
import type { ShareFile } from './share-file.ts';

/** What every step works with while the lease is held. */
export type SyncContext = {
  client: Client;
  slack: PacedSlack;
  ownPosts: OwnPosts;
  secondPosts: SecondPosts;
  channels: HelpdeskChannels;
  shareFile: ShareFile;
};

/**
 * Whether an event may already be shown: `no` for one this process saw first; `by another` for one from before its
 * lease; `by us` for one it tried.
 */
export type MayBeShown = (eventId: number) => 'no' | 'by another' | 'by us';

/** One ticket while its events are delivered. */
export type TicketDelivery = {
  ticket: Ticket;
  /** Kept up to date when a card is posted anew. */
  threads: Map<ThreadSide, SlackRef>;
  /** Why a side has no thread. */
  refusals: Map<ThreadSide, SlackRefusal>;
  mayBeShown: MayBeShown;
};

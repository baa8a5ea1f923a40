import type { Client, SlackRef, ThreadSide, Ticket } from '@campus-desk/contract';
import type { TextsFor } from '../conversation/texts-for.ts';
import type { HelpdeskChannels } from '../helpdesk-channels.ts';
import type { SlackRefusal } from '../slack/errors.ts';
import type { PacedSlack } from '../slack/paced-client.ts';
import type { OwnPosts } from './find-own-post.ts';
import type { RedrawCard } from './redraws.ts';
import type { SecondPosts } from './second-posts.ts';
import type { ShareFile } from './share-file.ts';

/** What every step works with while the lease is held. */
export type SyncContext = {
  client: Client;
  slack: PacedSlack;
  textsFor: TextsFor;
  redraw: RedrawCard;
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

/** What is known of a ticket while events of it are being delivered, shared by all of them. */
export type SharedTicket = {
  /** Kept up to date when a card is posted anew. */
  threads: Map<ThreadSide, SlackRef>;
  /** The newest event that was read: a ticket looked up from now on shows what it did. */
  known: { upTo: number };
  /** The newest event whose change each card shows, where this process has drawn it. */
  drawnUpTo: Map<ThreadSide, number>;
  /** The state that was posted last below a card which cannot be changed any more, as it was drawn. */
  statePosted: Map<ThreadSide, string>;
  /** Cards that are being posted in place of ones that are gone. */
  renewals: Map<ThreadSide, Promise<void>>;
};

/** Events of one ticket that were read together, while they are delivered. */
export type TicketDelivery = SharedTicket & {
  ticket: Ticket;
  /** The newest of the events. */
  upTo: number;
  /** Why a side has no thread. */
  refusals: Map<ThreadSide, SlackRefusal>;
  mayBeShown: MayBeShown;
};

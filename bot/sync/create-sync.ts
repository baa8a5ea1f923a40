import type { Client } from '@campus-desk/contract';
import type { Clock, Logger } from '@campus-desk/service-kit';
import type { TextsFor } from '../conversation/texts-for.ts';
import type { HelpdeskChannels } from '../helpdesk-channels.ts';
import type { FileTransfer } from '../slack/file-transfer.ts';
import type { Operator } from '../slack/operator.ts';
import type { PacedSlack } from '../slack/paced-client.ts';
import { createDeliver } from './deliver.ts';
import { createOwnPosts } from './find-own-post.ts';
import type { Lease } from './lease.ts';
import { createProgress } from './progress.ts';
import { createRedraws } from './redraws.ts';
import { createSecondPosts } from './second-posts.ts';
import { createSeenEvents } from './seen-events.ts';
import { createShareFile } from './share-file.ts';
import { createShowEvents } from './show-events.ts';
import { createTryUntilDone } from './try-until-done.ts';
import { workOutbox } from './worker.ts';

type CreateSyncInput = {
  client: Client;
  textsFor: TextsFor;
  botUserId: string;
  channels: HelpdeskChannels;
  operator: Operator;
  transfer: FileTransfer;
  clock: Clock;
  logger: Logger;
  /** Whether people wait for answers, and so come first. */
  isBusy: () => boolean;
};

/** The only writer of cards and threads in Slack, driven by the outbox of the API. */
export function createSync(input: CreateSyncInput) {
  const { client, textsFor, botUserId, channels, operator, transfer, clock, logger, isBusy } = input;
  const progress = createProgress();
  return {
    /** Shows the outbox in Slack until the lease ends; resolves when what was running has stopped. */
    async showOutbox({ slack, lease }: { slack: PacedSlack; lease: Lease }): Promise<void> {
      const ownPosts = createOwnPosts({ slack, botUserId });
      const secondPosts = createSecondPosts({ slack, ownPosts, clock, logger });
      const redraw = createRedraws({ slack });
      const shareFile = createShareFile({ slack, transfer, operator, clock, logger });
      const context = { client, slack, textsFor, redraw, ownPosts, secondPosts, shareFile, channels };
      const seen = createSeenEvents();
      const { signal } = lease;
      const tryUntilDone = createTryUntilDone({ clock, logger, signal });
      const deliver = createDeliver({ context, tryUntilDone, logger });
      const show = createShowEvents({
        client,
        clock,
        lease,
        logger,
        operator,
        seen,
        tryUntilDone,
        deliver,
      });
      await workOutbox({ client, clock, signal, logger, seen, show, isBusy, onIdle: progress.made });
      await secondPosts.ended();
    },

    /** Resolves at the next progress: something was shown, or could not be. */
    nextProgress: progress.next,
    progressMade: progress.made,
  };
}

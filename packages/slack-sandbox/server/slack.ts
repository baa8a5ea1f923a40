import type { TourStep } from '../protocol.ts';
import type { ChangeFeed } from './changes.ts';
import type { Deliveries } from './delivery/deliveries.ts';
import type { ResponseUrls } from './delivery/response-urls.ts';
import type { SocketHub } from './delivery/socket-hub.ts';
import type { Triggers } from './delivery/triggers.ts';
import type { FileStore } from './files/file-store.ts';
import type { AppManifest } from './manifest.ts';
import type { Ephemerals } from './messages/ephemerals.ts';
import type { Installation } from './state/installation.ts';
import type { Workspace } from './state/workspace.ts';
import type { TrafficLog } from './traffic.ts';
import type { TroubleBoard } from './trouble.ts';
import type { HomeTabs } from './views/home-tabs.ts';
import type { ViewStacks } from './views/view-stacks.ts';
import type { RateLimits } from './web-api/rate-limits.ts';

/** How long things take; Slack's own numbers unless a test wants them shorter. */
export type Timing = {
  /** Acknowledge within this, or it failed (Slack: 3 seconds). */
  ackDeadlineMs: number;
  /** Waits before the three repetitions of an event (Slack: at once, 1 minute, 5 minutes). */
  eventRetryDelaysMs: readonly number[];
  /** From the end of an upload until the file can be shown. */
  fileProcessingMs: number;
  /** The same while files are slow. */
  slowFileMs: number;
};

/** The whole simulated Slack, as its parts see it. */
export type Slack = {
  installation: Installation;
  manifest: AppManifest;
  tour: TourStep[];
  workspace: Workspace;
  changes: ChangeFeed;
  views: ViewStacks;
  homes: HomeTabs;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  ephemerals: Ephemerals;
  files: FileStore;
  deliveries: Deliveries;
  sockets: SocketHub;
  limits: RateLimits;
  trouble: TroubleBoard;
  traffic: TrafficLog;
  timing: Timing;
  clock: () => Date;
  wait: (ms: number) => Promise<void>;
  /** Where this server is reached, without a slash at the end. */
  baseUrl: () => string;
};

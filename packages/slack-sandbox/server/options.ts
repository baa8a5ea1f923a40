import type { Tour } from '../protocol.ts';
import type { Timing } from './slack.ts';
import type { Campus } from './state/campus.ts';

/** How a sandbox is started. */
export type SandboxOptions = {
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** The state lives in `<dataDir>/sandbox/`; without it, in memory. */
  dataDir?: string;
  /** The app's manifest, YAML or JSON. */
  manifest: string;
  /** Who and what a new workspace begins with; a few people and two channels when left out. */
  campus?: Campus;
  /** The steps a first visitor is shown; none when left out. */
  tour?: Tour;
  /** Where the app listens; used instead of every address in the manifest. `connectApp` can set it later. */
  appUrl?: string;
  /** Whether the app is created anew in a workspace that is kept: its old messages are another app's then. */
  newApp?: boolean;
  logger?: { info(message: string): void };
  clock?: () => Date;
  /** How the processing of a file is waited for, for tests with a clock of their own. */
  wait?: (ms: number) => Promise<void>;
  /** Shorter times than Slack's own, for tests. */
  timing?: Partial<Timing>;
  /** Whether calls are rate limited as Slack does; true by default. */
  rateLimits?: boolean;
  /** Folder of the page; `false` serves none. */
  page?: string | false;
};

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
  /** Text of the app's manifest, YAML or JSON. */
  manifest: string;
  /** Who and what a new workspace begins with; a few people and two channels when left out. */
  campus?: Campus;
  /** The steps a first visitor is shown; none when left out. */
  tour?: Tour;
  /** Where the app listens; stands in for every address of the manifest. `connectApp` can name it later. */
  appUrl?: string;
  logger?: { info(message: string): void };
  clock?: () => Date;
  /** Slack's own waits, where a test wants shorter ones. */
  timing?: Partial<Timing>;
  /** Whether calls are rationed as Slack does; on unless said otherwise. */
  rateLimits?: boolean;
  /** Folder of the page; `false` serves none. */
  page?: string | false;
};

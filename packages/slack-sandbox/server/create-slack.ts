import { setTimeout } from 'node:timers/promises';
import { createChangeFeed } from './changes.ts';
import { createDeliveries } from './delivery/deliveries.ts';
import { startEventDispatcher } from './delivery/event-dispatcher.ts';
import { createHttpLink } from './delivery/http-link.ts';
import { createResponseUrls } from './delivery/response-urls.ts';
import { createSocketHub } from './delivery/socket-hub.ts';
import { createTriggers } from './delivery/triggers.ts';
import { createFileStore } from './files/file-store.ts';
import { readManifest } from './manifest.ts';
import { createEphemerals } from './messages/ephemerals.ts';
import type { SandboxOptions } from './options.ts';
import type { Slack, Timing } from './slack.ts';
import { defaultCampus } from './state/default-campus.ts';
import { loadInstallation } from './state/installation.ts';
import type { Journal } from './state/journal.ts';
import { openWorkspace } from './state/workspace.ts';
import { offeredSteps } from './tour.ts';
import { createTrafficLog } from './traffic.ts';
import { createTroubleBoard } from './trouble.ts';
import { createHomeTabs } from './views/home-tabs.ts';
import { createViewStacks } from './views/view-stacks.ts';
import { createRateLimits } from './web-api/rate-limits.ts';

/** Slack's own times. */
const slackTiming: Timing = {
  ackDeadlineMs: 3000,
  eventRetryDelaysMs: [0, 60_000, 300_000],
  fileProcessingMs: 250,
  slowFileMs: 6000,
};

type CreateSlackInput = {
  options: SandboxOptions;
  journal: Journal;
  fileDirectory?: string;
  baseUrl: () => string;
  appUrl: () => string | undefined;
  stopped: AbortSignal;
};

/** Puts the parts of the simulated Slack together; nothing listens yet. */
export function createSlack(input: CreateSlackInput): Slack {
  const { options, journal, fileDirectory, baseUrl, appUrl, stopped } = input;
  const { campus = defaultCampus, clock = () => new Date() } = options;
  const timing = { ...slackTiming, ...options.timing };
  const manifest = readManifest(options.manifest);
  const installation = loadInstallation({ journal, campus, isNewApp: options.newApp ?? false });
  const { appId, signingSecret, team } = installation;
  const workspace = openWorkspace({ journal, installation, campus, appName: manifest.name, clock });
  const changes = createChangeFeed();
  const trouble = createTroubleBoard({ changes });
  const traffic = createTrafficLog({ changes, clock });
  const sockets = createSocketHub({ appId, waitMs: timing.ackDeadlineMs });
  const link = manifest.isSocketMode
    ? sockets.link
    : createHttpLink({ appUrl, signingSecret, clock, stopped });
  const { ackDeadlineMs } = timing;
  const slack: Slack = {
    installation,
    manifest,
    tour: offeredSteps({ tour: options.tour, manifest }),
    workspace,
    changes,
    views: createViewStacks({ installation, changes, clock }),
    homes: createHomeTabs({ workspace, installation, changes, clock }),
    triggers: createTriggers({ clock, teamId: team.id }),
    responseUrls: createResponseUrls({ clock, baseUrl }),
    ephemerals: createEphemerals({ changes }),
    files: createFileStore({ workspace, trouble, directory: fileDirectory, baseUrl, teamId: team.id, clock }),
    deliveries: createDeliveries({ link, trouble, traffic, changes, ackDeadlineMs, stopped }),
    sockets,
    limits: createRateLimits({ clock, isOn: options.rateLimits ?? true }),
    trouble,
    traffic,
    timing,
    clock,
    wait: options.wait ?? (ms => setTimeout(ms, undefined, { ref: false })),
    baseUrl,
  };
  startEventDispatcher({ slack, stopped });
  return slack;
}

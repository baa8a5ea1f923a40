import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { type Sandbox, type SandboxOptions, startSandbox } from 'slack-sandbox';
import { testCampus } from './campus.ts';
import { type ManifestChoices, testManifest } from './manifest.ts';

/** A sandbox with waits short enough for tests. */
export function startTestSandbox(choices: ManifestChoices & Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return startSandbox({
    port: 0,
    host: '127.0.0.1',
    manifest: choices.manifest ?? testManifest(choices),
    campus: choices.campus ?? testCampus,
    tour: choices.tour,
    page: choices.page ?? false,
    dataDir: choices.dataDir,
    newApp: choices.newApp,
    appUrl: choices.appUrl,
    clock: choices.clock,
    rateLimits: choices.rateLimits ?? false,
    timing: { ackDeadlineMs: 1000, eventRetryDelaysMs: [0, 0, 0], fileProcessingMs: 20, ...choices.timing },
  });
}

/** Refusals are what many tests are about: the client need not print them. */
const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** Slack's own client, without retries, so that a test sees every answer. */
export function clientOf(sandbox: Sandbox, token = sandbox.botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 2000,
    logger: silent,
  });
}

/** A plain Bolt app that listens for the sandbox over HTTP. */
export async function startBolt(
  sandbox: Sandbox,
  register: (app: App) => void,
  choices: { processBeforeResponse?: boolean } = {},
): Promise<{ stop(): Promise<void> }> {
  const receiver = new HTTPReceiver({
    signingSecret: sandbox.signingSecret,
    processBeforeResponse: choices.processBeforeResponse ?? false,
    logLevel: LogLevel.ERROR,
  });
  const app = new App({
    token: sandbox.botToken,
    receiver,
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } },
    logLevel: LogLevel.ERROR,
    deferInitialization: true,
  });
  register(app);
  await app.init();
  const server = await app.start(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  sandbox.connectApp(`http://127.0.0.1:${port}/slack/events`);
  return {
    async stop() {
      await app.stop();
    },
  };
}

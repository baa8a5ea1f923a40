import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Tour } from '../protocol.ts';
import { readSettings } from './settings.ts';
import { type Sandbox, startSandbox } from './start.ts';
import { type Campus, readCampus } from './state/campus.ts';

const loopback = '127.0.0.1';
const ofThisMachine = new Set([loopback, 'localhost', '::1']);

/** The app that brings the sandbox along. */
type OwnApp = {
  /** Its manifest, YAML or JSON, where the command line names none. */
  manifest: string;
  /** Who and what a new workspace begins with, where the command line names none. */
  campus?: Campus;
  tour?: Tour;
  /** What this app's bot needs besides the credentials. */
  variables?: Record<string, string>;
};

type RunSandboxInput = {
  /** How this program is called, for its help. */
  command: string;
  /** The app that is run where the command line names none, as the environment has it. */
  readApp?: (environment: NodeJS.ProcessEnv) => Promise<OwnApp>;
};

/** The sandbox as a program of its own: reads the command line and the environment, prints what a bot needs. */
export async function runSandbox(input: RunSandboxInput): Promise<void> {
  try {
    await run(input);
  } catch (error) {
    fail(error);
  }
}

async function run(input: RunSandboxInput): Promise<void> {
  const { values } = parseArgs({
    options: {
      manifest: { type: 'string' },
      campus: { type: 'string' },
      'app-url': { type: 'string' },
      host: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(formatHelp(input));
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { port, host: wanted, dataDir, botPort } = readSettings(process.env);
  const host = values.host ?? loopback;
  const appUrl = values['app-url'] ?? `http://127.0.0.1:${botPort}/slack/events`;
  const app: Partial<OwnApp> = (await input.readApp?.(process.env)) ?? {};
  const manifest = values.manifest === undefined ? app.manifest : readFileSync(values.manifest, 'utf8');
  if (manifest === undefined) throw new Error("Name the app's manifest with --manifest FILE.");
  const own = values.campus === undefined ? undefined : readCampus(readFileSync(values.campus, 'utf8'));
  // A tour is about the people and channels of its own campus.
  const { campus, tour } = own === undefined ? app : { campus: own, tour: undefined };

  const sandbox = await startSandbox({ port, host, dataDir, manifest, campus, tour, appUrl });
  const stop = () => {
    const goodbye = () => void process.stdout.write('Goodbye. What was said here is there the next time.\n');
    sandbox.stop().then(goodbye, fail);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const warning = warningAbout({ host, wanted });
  if (warning !== undefined) process.stderr.write(`${warning}\n`);
  process.stdout.write(formatReady({ sandbox, appUrl, variables: app.variables }));
}

/** Nobody logs in here, so a HOST that is meant for other programs opens nothing. */
function warningAbout({ host, wanted }: { host: string; wanted: string }): string | undefined {
  if (!ofThisMachine.has(host))
    return `Whoever reaches ${host} can act as anybody here: the sandbox knows no login.`;
  if (ofThisMachine.has(wanted)) return undefined;
  return `HOST is ${wanted}, but the sandbox knows no login: it listens on this machine only, unless you say --host ${wanted}.`;
}

function formatHelp({ command, readApp }: RunSandboxInput): string {
  return `The sandbox: a local Slack in the browser, for trying and testing a Slack app.

  ${command} [--manifest FILE] [--app-url URL] [--campus FILE] [--host ADDRESS]

  --manifest FILE   the app's manifest, YAML or JSON${readApp ? ' (default: that of this app)' : ''}
  --app-url URL     where the app listens (default http://127.0.0.1:<BOT_PORT>/slack/events)
  --campus FILE     people and channels of a new workspace, YAML or JSON
  --host ADDRESS    where to listen (default 127.0.0.1, this machine only: nobody logs in here)

Environment: SANDBOX_PORT (3000), DATA_DIR (./data), BOT_PORT (3001).
`;
}

type FormatReadyInput = { sandbox: Sandbox; appUrl: string; variables?: Record<string, string> };

function formatReady({ sandbox, appUrl, variables = {} }: FormatReadyInput): string {
  const needed = {
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_SIGNING_SECRET: sandbox.signingSecret,
    SLACK_APP_TOKEN: sandbox.appToken,
    SLACK_API_URL: sandbox.apiUrl,
    ...variables,
  };
  const lines = Object.entries(needed).map(([name, value]) => `${name}=${value}`);
  return `The sandbox is ready: ${sandbox.url}

A bot that is to run here needs:
${lines.join('\n')}

Requests go to ${appUrl} unless the manifest turns Socket Mode on.
${formatUnsent(sandbox)}`;
}

function formatUnsent({ unsentEvents }: Sandbox): string {
  if (unsentEvents.length === 0) return '';
  return `The manifest subscribes to what never happens here: ${unsentEvents.join(', ')}.\n`;
}

function fail(error: unknown): void {
  process.stderr.write(`${formatError(error)}\n`);
  process.exitCode = 1;
}

function formatError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port, path } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken: stop what runs there or set SANDBOX_PORT.`;
  if (code === 'ENOENT') return `There is no file ${path}: name one that exists.`;
  return error.message;
}

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startSandbox } from './index.ts';
import { readSettings } from './server/settings.ts';

const help = `The sandbox: a local Slack in the browser, for trying and testing a Slack app.

  npm run start:sandbox -- [--manifest FILE] [--app-url URL]

  --manifest FILE   the app's manifest, YAML or JSON (default manifests/slack.http.yaml)
  --app-url URL     where the app listens (default http://127.0.0.1:<BOT_PORT>/slack/events)

Environment: SANDBOX_PORT (3000), HOST (127.0.0.1), DATA_DIR (./data), BOT_PORT (3001).
`;

const defaultManifest = new URL('../../manifests/slack.http.yaml', import.meta.url);

/** Runs the sandbox alone, for any app. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      manifest: { type: 'string', default: fileURLToPath(defaultManifest) },
      'app-url': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { port, host, dataDir, botPort } = readSettings(process.env);
  const appUrl = values['app-url'] ?? `http://127.0.0.1:${botPort}/slack/events`;
  const manifest = readFileSync(values.manifest, 'utf8');

  const sandbox = await startSandbox({ port, host, dataDir, manifest, appUrl });
  const stop = () => {
    sandbox.stop().catch(fail);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  process.stdout.write(`The sandbox is ready: ${sandbox.url}

A bot that wants to live here needs:
SLACK_BOT_TOKEN=${sandbox.botToken}
SLACK_SIGNING_SECRET=${sandbox.signingSecret}
SLACK_APP_TOKEN=${sandbox.appToken}
SLACK_API_URL=${sandbox.apiUrl}
HELPDESK_CHANNEL=${sandbox.helpdeskChannel}

Requests go to ${appUrl} unless the manifest turns Socket Mode on.
`);
}

function fail(error: unknown): void {
  process.stderr.write(`${inWords(error)}\n`);
  process.exitCode = 1;
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port, path } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken: stop what runs there or set SANDBOX_PORT.`;
  if (code === 'ENOENT') return `There is no file ${path}: name the app's manifest with --manifest FILE.`;
  return error.message;
}

main().catch(fail);

import { readConfig, runOnce } from '@campus-desk/service-kit';
import { readCommandNames } from './bot/config.ts';
import { type SlackMode, slackManifest } from './manifests/slack-manifest.ts';

const help = `npm run manifest: prints the Slack app manifest, to paste at https://api.slack.com/apps, Create New App, From a manifest.

  npm run --silent manifest                                     Socket Mode: no public address needed
  npm run --silent manifest -- --url https://desk.example.edu   HTTP mode: Slack sends to this address

  --mode socket|http      how Slack reaches the bot; http when there is a --url, else socket
  --url URL               the public https address of the bot, without /slack/events
  --ticket-command /NAME  instead of TICKET_COMMAND of the environment, else /ticket
  --stats-command /NAME   instead of STATS_COMMAND of the environment, else /stats
  --org                   for a whole Enterprise organization
  --help                  this text

With HELPDESK_ONLY_MEMBERS=on the app also asks for the scopes channels:read and groups:read. The bot and the API must
know other names too: set TICKET_COMMAND and STATS_COMMAND where they run.
`;

const options = {
  mode: { type: 'string' },
  url: { type: 'string' },
  'ticket-command': { type: 'string' },
  'stats-command': { type: 'string' },
  org: { type: 'boolean', default: false },
} as const;

await runOnce({
  help,
  options,
  job: async ({ environment, options: given }) => {
    const commands = readCommandNames({
      TICKET_COMMAND: given['ticket-command'] ?? environment.TICKET_COMMAND,
      STATS_COMMAND: given['stats-command'] ?? environment.STATS_COMMAND,
    });
    const reach = readReach(given);
    const { HELPDESK_ONLY_MEMBERS } = environment;
    const readsMembers = readConfig({ HELPDESK_ONLY_MEMBERS }).HELPDESK_ONLY_MEMBERS === 'on';
    const choices = { ...reach, commands, readsMembers, isForOrganization: given.org };
    process.stdout.write(await slackManifest(choices));
  },
});

type Reach = { mode: SlackMode; url?: string | undefined };

/** How Slack is to reach the bot; throws one line where mode and address do not fit. */
function readReach({ mode, url }: { mode?: string | undefined; url?: string | undefined }): Reach {
  const wanted = mode ?? (url === undefined ? 'socket' : 'http');
  if (wanted === 'socket') {
    if (url !== undefined)
      throw new Error('Socket Mode takes no address. Leave out --url, or --mode socket.');
    return { mode: wanted };
  }
  if (wanted !== 'http')
    throw new Error(`--mode ${wanted} is not a mode. Write --mode socket or --mode http.`);
  if (url === undefined)
    throw new Error('HTTP mode needs the public address of the bot. Add --url https://desk.example.edu.');
  if (!isPublicAddress(url))
    throw new Error(`--url ${url} is not an address for Slack. Write one such as https://desk.example.edu.`);
  return { mode: wanted, url };
}

/** Slack sends to https only; nothing but host, port and path belongs into a manifest. */
function isPublicAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password, search, hash } = new URL(url);
  return protocol === 'https:' && [username, password, search, hash].every(part => part === '');
}

import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import type { CommandNames } from '../bot/config.ts';
import { ids } from '../bot/ids.ts';
import { eventsPath } from '../bot/slack/http-receiver.ts';

/** How Slack reaches the bot: by requests to a public address, or through a connection that the bot opens. */
export type SlackMode = 'http' | 'socket';

/** Across workspaces a channel may get a new id, which the bot reports to its operator. */
const organization = { events: ['channel_id_changed'], scopes: ['channels:read', 'groups:read'] };

type SlackManifestInput = {
  mode: SlackMode;
  commands: CommandNames;
  /** HTTP mode: where Slack finds the bot; the address of the example when left out. */
  url?: string | undefined;
  /** Whether the app may be installed to a whole Enterprise organization. */
  isForOrganization?: boolean;
};

/** The Slack app manifest of the files beside this one, YAML, for these names of the commands and this address. */
export async function slackManifest(input: SlackManifestInput): Promise<string> {
  const { mode, commands, url, isForOrganization = false } = input;
  const text = await readFile(new URL(`./slack.${mode}.yaml`, import.meta.url), 'utf8');
  // The comment at the top asks for the address that is put in here.
  const document = parseDocument(url === undefined ? text : text.replace(/^(#.*\n)+/, ''));
  const named = [commands.ticket, commands.stats];
  const standard = [ids.commands.ticket, ids.commands.stats];
  for (const [index, name] of named.entries()) {
    const path = ['features', 'slash_commands', index];
    if (document.getIn([...path, 'command']) !== standard[index])
      throw new Error(`slack.${mode}.yaml no longer names ${standard[index]} at ${path.join('.')}.`);
    document.setIn([...path, 'command'], name);
    if (url !== undefined) document.setIn([...path, 'url'], addressAt(url));
  }
  if (url !== undefined) {
    for (const receiver of ['event_subscriptions', 'interactivity'])
      document.setIn(['settings', receiver, 'request_url'], addressAt(url));
  }
  document.setIn(['settings', 'org_deploy_enabled'], isForOrganization);
  if (isForOrganization) {
    for (const scope of organization.scopes) document.addIn(['oauth_config', 'scopes', 'bot'], scope);
    for (const event of organization.events)
      document.addIn(['settings', 'event_subscriptions', 'bot_events'], event);
  }
  return document.toString({ lineWidth: 0 });
}

/** Where Slack sends to; the path may be written out already. */
function addressAt(url: string): string {
  const base = url.replace(/\/+$/, '');
  return base.endsWith(eventsPath) ? base : `${base}${eventsPath}`;
}

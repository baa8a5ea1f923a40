import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import type { CommandNames } from '../bot/config.ts';
import { eventsPath, ids } from '../bot/ids.ts';

/** How Slack reaches the bot: by requests to a public address, or through a connection that the bot opens. */
export type SlackMode = 'http' | 'socket';

/** What Slack asks for to say who is a member of a channel, and to report its new id; public or private. */
const scopesOfChannels = ['channels:read', 'groups:read'];

/** Across workspaces a channel may get a new id, which the bot reports to its operator. */
const eventsOfOrganization = ['channel_id_changed'];

type SlackManifestInput = {
  mode: SlackMode;
  commands: CommandNames;
  /** HTTP mode: where Slack finds the bot; the address of the example when left out. */
  url?: string | undefined;
  /** Whether the bot asks who is a member of helpdesk's channels (`HELPDESK_ONLY_MEMBERS`). */
  readsMembers?: boolean;
  /** Whether the app may be installed to a whole Enterprise organization. */
  isForOrganization?: boolean;
};

/** The Slack app manifest of the files beside this one, YAML, for these names of the commands and this address. */
export async function slackManifest(input: SlackManifestInput): Promise<string> {
  const { mode, commands, url, readsMembers = false, isForOrganization = false } = input;
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
  if (readsMembers || isForOrganization)
    for (const scope of scopesOfChannels) document.addIn(['oauth_config', 'scopes', 'bot'], scope);
  if (isForOrganization)
    for (const event of eventsOfOrganization)
      document.addIn(['settings', 'event_subscriptions', 'bot_events'], event);
  document.setIn(['settings', 'org_deploy_enabled'], isForOrganization);
  return document.toString({ lineWidth: 0 });
}

/** Where Slack sends to; the path may be written out already. */
function addressAt(url: string): string {
  const base = url.replace(/\/+$/, '');
  return base.endsWith(eventsPath) ? base : `${base}${eventsPath}`;
}

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readManifest } from 'slack-sandbox';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { eventsPath, ids } from '../../bot/ids.ts';
import { clicks, commands, events, forms, shortcuts } from '../../bot/listeners/registrations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const texts = {
  http: readFileSync(`${root}/manifests/slack.http.yaml`, 'utf8'),
  socket: readFileSync(`${root}/manifests/slack.socket.yaml`, 'utf8'),
};

/** The scopes each method of the Web API needs where the bot uses it (channels, private channels, DMs). */
const scopesOfMethods: Record<string, string[]> = {
  'apps.connections.open': [],
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  // Its scopes are asked for with HELPDESK_ONLY_MEMBERS alone.
  'conversations.members': [],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.delete': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  filesUploadV2: ['files:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

/** What Slack calls an event in a manifest, and the scope each needs. */
const subscriptionsOfEvents: Record<string, Record<string, string>> = {
  // Needs no scope.
  app_home_opened: { app_home_opened: '' },
  app_mention: { app_mention: 'app_mentions:read' },
  message: {
    'message.channels': 'channels:history',
    'message.groups': 'groups:history',
    'message.im': 'im:history',
  },
  reaction_added: { reaction_added: 'reactions:read' },
};

/** The Web API methods that the bot's source calls; those of its own paced client have names without a dot. */
function methodsInCode(): string[] {
  const files = readdirSync(`${root}/bot`, { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.ts'),
  );
  const sources = files.map(file => readFileSync(`${root}/bot/${file}`, 'utf8'));
  const calls = sources.flatMap(source => [
    ...source.matchAll(/\bslack\.([a-z]+\.[a-zA-Z0-9]+|filesUploadV2)\(/g),
  ]);
  return [...new Set(calls.map(([, method = '']) => method))].toSorted();
}

describe.each(Object.entries(texts))('the %s manifest', (_mode, text) => {
  const manifest = readManifest(text);

  test('names the commands, shortcuts and events that have a listener, and no others', () => {
    const subscriptions = Object.keys(events).flatMap(type => Object.keys(subscriptionsOfEvents[type] ?? {}));

    expect(manifest.commands.map(({ command }) => command)).toEqual(Object.values(ids.commands));
    expect(Object.keys(commands)).toEqual(Object.keys(ids.commands));
    expect(manifest.messageShortcuts.map(({ callbackId }) => callbackId)).toEqual(Object.keys(shortcuts));
    expect(manifest.globalShortcuts).toEqual([]);
    expect(manifest.botEvents.toSorted()).toEqual(subscriptions.toSorted());
  });

  test('asks for the scopes that the code needs, and no others', () => {
    const byMethods = methodsInCode().flatMap(method => scopesOfMethods[method] ?? [`unknown: ${method}`]);
    const byEvents = Object.keys(events).flatMap(type => Object.values(subscriptionsOfEvents[type] ?? {}));

    const needed = new Set(['commands', ...byMethods, ...byEvents.filter(scope => scope !== '')]);
    expect(manifest.scopes.toSorted()).toEqual([...needed].toSorted());
  });

  test('lets people press buttons and write to the bot', () => {
    expect(manifest).toMatchObject({ isInteractive: true, hasMessagesTab: true });
  });

  test('leaves what people type as they typed it', () => {
    expect(manifest.commands.every(({ shouldEscape }) => !shouldEscape)).toBe(true);
  });
});

describe('the two manifests', () => {
  test('differ in how Slack reaches the bot, and in nothing else', () => {
    expect(withoutAddresses(texts.http)).toEqual(withoutAddresses(texts.socket));
    expect(readManifest(texts.http).isSocketMode).toBe(false);
    expect(readManifest(texts.socket).isSocketMode).toBe(true);
    expect(texts.socket).not.toContain('url');
  });

  test('lead to the one path on which the bot listens', () => {
    const { commands: typed, eventsUrl, interactivityUrl } = readManifest(texts.http);
    const addresses = [eventsUrl, interactivityUrl, ...typed.map(({ url }) => url)];

    expect(new Set(addresses).size).toBe(1);
    expect(new URL(eventsUrl ?? '').pathname).toBe(eventsPath);
  });
});

describe('the identifiers', () => {
  test('of everything that can be pressed or sent have a listener, and none listens in vain', () => {
    const { commands: _commands, shortcuts: _shortcuts, emoji: _emoji, ...pressed } = ids;
    const shown: string[] = [ids.entrance.view, ids.page.view];
    const expected = leavesOf(pressed).filter(id => !shown.includes(id));

    expect([...Object.keys(clicks), ...Object.keys(forms)].toSorted()).toEqual(expected.toSorted());
  });
});

function leavesOf(node: string | object): string[] {
  return typeof node === 'string' ? [node] : Object.values(node).flatMap(leavesOf);
}

function withoutAddresses(text: string): unknown {
  const isAddress = (key: string) => ['url', 'request_url', 'socket_mode_enabled'].includes(key);
  return JSON.parse(JSON.stringify(parse(text), (key, value) => (isAddress(key) ? undefined : value)));
}

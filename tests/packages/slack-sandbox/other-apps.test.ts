import type { App } from '@slack/bolt';
import type { SlackJson } from 'slack-sandbox';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { label } from './support/apps/elements.ts';
import { helpdeskChannel } from './support/campus.ts';
import { testManifest } from './support/manifest.ts';
import { createOpened } from './support/opened.ts';
import { modes, startPlainBolt } from './support/plain-bolt.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

const ada = 'U01ADA';
const ben = 'U05BEN';
const library = 'C03LIBRARY';
const opened = createOpened();

describe.each(modes)('an app as Slack’s own template for Bolt, in %s mode,', mode => {
  test('meets every kind of listener it has', async () => {
    const sandbox = opened(await startTestSandbox({ socketMode: mode === 'socket' }));
    const met: string[] = [];
    opened(await startPlainBolt({ sandbox, mode, register: app => registerTemplateApp({ app, met }) }));
    const channel = helpdeskChannel;

    await sandbox.act({ type: 'say', as: ben, channel, text: 'hello' });
    await sandbox.act({ type: 'command', as: ben, channel, command: '/ticket', text: 'x' });
    await sandbox.act({ type: 'global_shortcut', as: ben, callbackId: 'ticket.new' });
    const { id: viewId = '' } = await sandbox.until(() => sandbox.snapshot(ben).views[0]);
    const source = { kind: 'view', viewId } as const;
    const suggested = await sandbox.act({
      type: 'suggest',
      as: ben,
      source,
      blockId: 'place',
      actionId: 'place',
      value: 'lib',
    });
    const action = { type: 'button', action_id: 'more', block_id: 'buttons', value: '1' };
    await sandbox.act({ type: 'click', as: ben, source, action, state: {} });
    await sandbox.act({ type: 'submit', as: ben, viewId, state: {} });
    await sandbox.act({ type: 'open_home', as: ben });
    await sandbox.settled();

    expect(suggested).toMatchObject({ ok: true, options: [{ value: 'library' }] });
    expect(met).toEqual(['message', 'command', 'shortcut', 'options', 'action', 'view', 'home']);
  });
});

type RegisterInput = { app: App; met: string[] };

/** Listeners that write down what they met. */
function registerTemplateApp({ app, met }: RegisterInput): void {
  app.message('hello', async ({ say }) => {
    met.push('message');
    await say('Hi!');
  });
  app.command('/ticket', async ({ ack, respond }) => {
    await ack();
    met.push('command');
    await respond('Got it.');
  });
  app.shortcut('ticket.new', async ({ ack, body, client }) => {
    await ack();
    met.push('shortcut');
    await client.views.open({ trigger_id: body.trigger_id, view: form });
  });
  app.options('place', async ({ ack }) => {
    met.push('options');
    await ack({ options: [{ text: { type: 'plain_text', text: 'Library' }, value: 'library' }] });
  });
  app.action('more', async ({ ack }) => {
    await ack();
    met.push('action');
  });
  app.view('form', async ({ ack }) => {
    await ack();
    met.push('view');
  });
  app.event('app_home_opened', async ({ event, client }) => {
    met.push('home');
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'divider' }] },
    });
  });
}

const form = {
  type: 'modal' as const,
  callback_id: 'form',
  title: label('New ticket'),
  submit: label('Send'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'place',
      optional: true,
      label: label('Place'),
      element: { type: 'external_select' as const, action_id: 'place', min_query_length: 1 },
    },
    {
      type: 'actions' as const,
      block_id: 'buttons',
      elements: [{ type: 'button' as const, action_id: 'more', value: '1', text: label('More') }],
    },
  ],
};

test('a manifest may have what Slack’s schema has beside what the sandbox reads', async () => {
  const { features, oauth_config, settings, ...more }: Record<string, SlackJson> = parse(testManifest());
  const manifest = stringify({
    ...more,
    $schema: 'https://raw.githubusercontent.com/slackapi/manifest-schema/main/manifest.schema.json',
    features: { ...features, agent_view: { agent_description: 'Helps.' } },
    oauth_config: { ...oauth_config, pkce_enabled: true },
    settings: { ...settings, function_runtime: 'remote' },
    app_directory: {},
    functions: {},
    outgoing_domains: [],
    types: {},
    workflows: {},
  });

  const sandbox = opened(await startTestSandbox({ manifest }));

  expect(await clientOf(sandbox).auth.test()).toMatchObject({ user: 'Test Desk' });
});

describe('other apps', () => {
  test('ask where they are, and who they are', async () => {
    const sandbox = opened(await startTestSandbox());
    const client = clientOf(sandbox);
    const { bot_id: bot = '' } = await client.auth.test();

    const { channels = [] } = await client.users.conversations({ types: 'public_channel' });
    const described = await client.bots.info({ bot });
    const { user } = await client.users.info({ user: ada });

    expect(channels.map(({ id }) => id)).toEqual([helpdeskChannel]);
    expect(described.bot).toMatchObject({ id: bot, name: 'Test Desk', user_id: sandbox.botUserId });
    expect(user?.profile).toMatchObject({ image_72: expect.stringMatching(/^https:/) });
    await expect(client.bots.info({ bot: 'B0NOBODY' })).rejects.toMatchObject({
      data: { error: 'bot_not_found' },
    });
  });

  test('are invited into a channel by those who are in it, once', async () => {
    const sandbox = opened(await startTestSandbox());
    const invite = (text: string) =>
      sandbox.act({ type: 'command', as: ada, channel: library, command: '/invite', text });
    const post = () => clientOf(sandbox).chat.postMessage({ channel: library, text: 'Hello' });

    await expect(post()).rejects.toMatchObject({ data: { error: 'not_in_channel' } });
    const nobody = await invite('@Somebody');
    const invited = await invite('@Test Desk');
    const again = await invite('@Test Desk');

    expect(nobody).toEqual({ ok: false, message: 'There is nobody called @Somebody here.' });
    expect(invited).toMatchObject({ ok: true });
    expect(again).toEqual({ ok: false, message: 'Test Desk is in this channel already.' });
    expect(await post()).toMatchObject({ ok: true });
  });
});

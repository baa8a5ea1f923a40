import { type App, Assistant } from '@slack/bolt';
import type { HomeView } from '@slack/types';
import { label } from './elements.ts';

/** As the app's page of Slack exports it. */
export const frontDeskManifest = JSON.stringify({
  _metadata: { major_version: 2 },
  display_information: { name: 'Front Desk' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    bot_user: { display_name: 'Front Desk', always_online: false },
    assistant_view: { assistant_description: 'Answers what newcomers ask', suggested_prompts: [] },
  },
  oauth_config: {
    scopes: {
      bot: ['assistant:write', 'chat:write', 'im:history', 'im:write', 'metadata.message:read', 'users:read'],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'app_home_opened',
        'assistant_thread_context_changed',
        'assistant_thread_started',
        'message.im',
        'message_metadata_posted',
        'team_join',
      ],
      metadata_subscriptions: [{ app_id: '*', event_type: 'welcomed' }],
    },
    interactivity: { is_enabled: true },
    org_deploy_enabled: true,
    socket_mode_enabled: false,
    token_rotation_enabled: false,
  },
});

/** Welcomes who is new, has a Home tab, and is an assistant. Everything it meets goes into `met`. */
export function registerFrontDesk({ app, met }: { app: App; met: string[] }): void {
  app.error(async error => void met.push(`error: ${error.message}`));

  app.event('team_join', async ({ event, client }) => {
    const { channel } = await client.conversations.open({ users: event.user.id });
    const { user } = await client.users.info({ user: event.user.id, include_locale: true });
    await client.chat.postMessage({
      channel: channel?.id ?? '',
      text: `Welcome, ${user?.profile?.first_name}!`,
      metadata: { event_type: 'welcomed', event_payload: { user: event.user.id } },
    });
    met.push('team_join');
  });
  app.event('message_metadata_posted', async ({ event }) => {
    met.push(`metadata ${event.metadata.event_type}`);
  });

  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    await client.views.publish({ user_id: event.user, view: home(0) });
    met.push('home');
  });
  app.action({ type: 'block_actions', action_id: 'count' }, async ({ ack, body, client }) => {
    await ack();
    await client.views.publish({ user_id: body.user.id, hash: body.view?.hash, view: home(1) });
    met.push('action at home');
  });

  app.assistant(
    new Assistant({
      threadStarted: async () => void met.push('assistant started'),
      userMessage: async ({ say, setStatus }) => {
        const refusal: unknown = await setStatus('is thinking …').catch((error: unknown) => error);
        met.push(`assistant: ${wordsOf(refusal)}`);
        await say('Here you are.');
        met.push('answered');
      },
    }),
  );
}

function home(count: number): HomeView {
  return {
    type: 'home',
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: `Counted to ${count}` } },
      { type: 'actions', elements: [{ type: 'button', action_id: 'count', text: label('Count') }] },
    ],
  };
}

function wordsOf(refusal: unknown): string {
  const { data } = Object(refusal);
  return [data?.error, ...(data?.response_metadata?.messages ?? [])].join(' ');
}

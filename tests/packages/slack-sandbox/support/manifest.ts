import { stringify } from 'yaml';

const scopes = [
  'chat:write',
  'commands',
  'channels:history',
  'channels:read',
  'channels:join',
  'groups:history',
  'im:history',
  'im:write',
  'users:read',
  'files:write',
  'files:read',
  'reactions:write',
];

const events = [
  'app_home_opened',
  'message.channels',
  'message.groups',
  'message.im',
  'member_joined_channel',
];

export type ManifestChoices = {
  socketMode?: boolean;
  without?: string[];
  scopes?: string[];
  events?: string[];
  isInteractive?: boolean;
  messagesTab?: boolean;
  metadataSubscriptions?: { app_id: string; event_type: string }[];
};

/** A small app's manifest: one command, one shortcut of each kind, a Home tab. */
export function testManifest(choices: ManifestChoices = {}): string {
  const { socketMode = false, without = [], isInteractive = true, messagesTab = true } = choices;
  const options = socketMode ? {} : { message_menu_options_url: 'https://bot.example.com/slack/events' };
  return stringify({
    display_information: { name: 'Test Desk' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: messagesTab },
      bot_user: { display_name: 'Test Desk' },
      shortcuts: [
        { name: 'Create ticket', type: 'message', callback_id: 'ticket.from', description: 'From a message' },
        { name: 'New ticket', type: 'global', callback_id: 'ticket.new', description: 'From anywhere' },
      ],
      slash_commands: [
        { command: '/ticket', description: 'Report a problem', usage_hint: '[words]', should_escape: true },
        { command: '/plain', description: 'Without tokens' },
      ],
    },
    oauth_config: { scopes: { bot: (choices.scopes ?? scopes).filter(scope => !without.includes(scope)) } },
    settings: {
      event_subscriptions: {
        bot_events: choices.events ?? events,
        metadata_subscriptions: choices.metadataSubscriptions,
      },
      interactivity: { is_enabled: isInteractive, ...options },
      socket_mode_enabled: socketMode,
    },
  });
}

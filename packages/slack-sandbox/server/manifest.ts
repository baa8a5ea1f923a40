import { parse } from 'yaml';
import { z } from 'zod';

/** What the workspace needs to know of an app, read from its manifest. */
export type AppManifest = {
  name: string;
  description: string;
  commands: ManifestCommand[];
  messageShortcuts: ManifestShortcut[];
  globalShortcuts: ManifestShortcut[];
  scopes: string[];
  botEvents: string[];
  /** The metadata of messages that the app is told of; `*` is anybody's, or any. */
  metadataSubscriptions: { appId: string; eventType: string }[];
  eventsUrl?: string;
  interactivityUrl?: string;
  optionsUrl?: string;
  isInteractive: boolean;
  isSocketMode: boolean;
  hasHomeTab: boolean;
  hasMessagesTab: boolean;
};

export type ManifestCommand = {
  command: string;
  description: string;
  usageHint: string;
  shouldEscape: boolean;
  url?: string;
};
type ManifestShortcut = { name: string; callbackId: string; description: string };

/**
 * Reads a manifest, YAML or JSON, with the limits of Slack's manifest schema; throws one error that names
 * every fault, as Slack does when a manifest is saved.
 */
export function readManifest(text: string): AppManifest {
  const parsed = manifestSchema.safeParse(parse(text));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The app manifest is not valid:\n${faults.join('\n')}`);
  }
  const { display_information, features, oauth_config, settings } = parsed.data;
  const shortcuts = features?.shortcuts ?? [];
  const named = (type: string) =>
    shortcuts
      .filter(shortcut => shortcut.type === type)
      .map(({ name, callback_id, description }) => ({ name, callbackId: callback_id, description }));
  return {
    name: features?.bot_user?.display_name ?? display_information.name,
    description: display_information.description ?? '',
    commands: (features?.slash_commands ?? []).map(command => ({
      command: command.command,
      description: command.description,
      usageHint: command.usage_hint ?? '',
      shouldEscape: command.should_escape ?? false,
      url: command.url,
    })),
    messageShortcuts: named('message'),
    globalShortcuts: named('global'),
    scopes: oauth_config?.scopes?.bot ?? [],
    botEvents: settings?.event_subscriptions?.bot_events ?? [],
    metadataSubscriptions: (settings?.event_subscriptions?.metadata_subscriptions ?? []).map(
      ({ app_id, event_type }) => ({ appId: app_id, eventType: event_type }),
    ),
    eventsUrl: settings?.event_subscriptions?.request_url,
    interactivityUrl: settings?.interactivity?.request_url,
    optionsUrl: settings?.interactivity?.message_menu_options_url,
    isInteractive: settings?.interactivity?.is_enabled ?? false,
    isSocketMode: settings?.socket_mode_enabled ?? false,
    hasHomeTab: features?.app_home?.home_tab_enabled ?? false,
    hasMessagesTab: features?.app_home?.messages_tab_enabled ?? true,
  };
}

const text = (max: number) => z.string().min(1).max(max);
const url = z
  .string()
  .max(3500)
  .regex(/^https?:\/\//);
const unused = z.unknown().optional();

const features = z.strictObject({
  app_home: z
    .strictObject({
      home_tab_enabled: z.boolean().optional(),
      messages_tab_enabled: z.boolean().optional(),
      messages_tab_read_only_enabled: z.boolean().optional(),
    })
    .optional(),
  bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean().optional() }).optional(),
  shortcuts: z
    .array(
      z.strictObject({
        name: text(24),
        type: z.enum(['message', 'global']),
        callback_id: text(255),
        description: text(150),
      }),
    )
    .max(10)
    .optional(),
  slash_commands: z
    .array(
      z.strictObject({
        command: z
          .string()
          .max(32)
          .regex(/^\/\S+$/),
        description: text(2000),
        usage_hint: text(1000).optional(),
        url: url.max(3000).optional(),
        should_escape: z.boolean().optional(),
      }),
    )
    .max(50)
    .optional(),
  agent_view: unused,
  assistant_view: unused,
  rich_previews: unused,
  search: unused,
  unfurl_domains: unused,
  workflow_steps: unused,
});

const settings = z.strictObject({
  event_subscriptions: z
    .strictObject({
      request_url: url.optional(),
      bot_events: z.array(text(255)).max(100).optional(),
      user_events: unused,
      metadata_subscriptions: z
        .array(z.strictObject({ app_id: z.string(), event_type: z.string().max(50) }))
        .min(1)
        .max(20)
        .optional(),
    })
    .optional(),
  interactivity: z
    .strictObject({
      is_enabled: z.boolean(),
      request_url: url.optional(),
      message_menu_options_url: url.optional(),
    })
    .optional(),
  socket_mode_enabled: z.boolean().optional(),
  org_deploy_enabled: unused,
  token_rotation_enabled: unused,
  is_hosted: unused,
  function_runtime: unused,
  hermes_app_type: unused,
  siws_links: unused,
  allowed_ip_address_ranges: unused,
  incoming_webhooks: unused,
});

const manifestSchema = z.strictObject({
  $schema: unused,
  _metadata: unused,
  app_directory: unused,
  datastores: unused,
  events: unused,
  external_auth_providers: unused,
  functions: unused,
  outgoing_domains: unused,
  types: unused,
  workflows: unused,
  display_information: z.strictObject({
    name: text(35),
    description: text(140).optional(),
    long_description: z.string().min(175).max(4000).optional(),
    background_color: z
      .string()
      .regex(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/)
      .optional(),
  }),
  features: features.optional(),
  oauth_config: z
    .strictObject({
      redirect_urls: unused,
      pkce_enabled: unused,
      token_management_enabled: unused,
      scopes: z
        .strictObject({
          bot: z.array(text(255)).max(255).optional(),
          user: unused,
          bot_optional: unused,
          user_optional: unused,
        })
        .optional(),
    })
    .optional(),
  settings: settings.optional(),
});

import type { App } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { label, option } from './elements.ts';

/** As the app's page of Slack exports it. */
export const lunchManifest = JSON.stringify({
  _metadata: { major_version: 1, minor_version: 1 },
  display_information: { name: 'Lunch Poll', description: 'Where do we eat?', background_color: '#2c2d30' },
  features: {
    app_home: {
      home_tab_enabled: false,
      messages_tab_enabled: false,
      messages_tab_read_only_enabled: true,
    },
    bot_user: { display_name: 'Lunch Poll', always_online: true },
    shortcuts: [
      { name: 'Ask for lunch', type: 'global', callback_id: 'lunch.ask', description: 'A new poll' },
      { name: 'Remind me', type: 'message', callback_id: 'lunch.remind', description: 'Of a message' },
    ],
    slash_commands: [
      { command: '/lunch', description: 'Ask where to eat', usage_hint: 'help', should_escape: false },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'app_mentions:read',
        'channels:history',
        'channels:read',
        'chat:write',
        'commands',
        'files:write',
        'groups:read',
        'im:read',
        'mpim:read',
        'reactions:read',
        'reactions:write',
        'users:read',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: ['app_mention', 'member_joined_channel', 'message.channels', 'reaction_added'],
    },
    interactivity: { is_enabled: true },
    org_deploy_enabled: true,
    socket_mode_enabled: false,
    token_rotation_enabled: false,
  },
});

/** A poll: asked in a form, voted for in a channel. Everything it meets goes into `met`. */
export function registerLunchPoll({ app, met }: { app: App; met: string[] }): void {
  app.use(async ({ next }) => next());
  app.error(async error => void met.push(`error: ${error.message}`));

  app.command('/lunch', async ({ command, ack, respond, client }) => {
    await ack();
    met.push(`command ${command.text}`);
    if (command.text === 'help')
      return void (await respond({ text: 'Type /lunch.', response_type: 'ephemeral' }));
    await client.views.open({ trigger_id: command.trigger_id, view: form });
  });
  app.shortcut({ callback_id: 'lunch.ask', type: 'shortcut' }, async ({ shortcut, ack, client }) => {
    await ack();
    met.push('global shortcut');
    const { view } = await client.views.open({
      trigger_id: shortcut.trigger_id,
      view: { ...form, blocks: waiting },
    });
    await client.views.update({ view_id: view?.id ?? '', hash: view?.hash ?? '', view: form });
    met.push('form updated');
  });
  app.shortcut({ callback_id: 'lunch.remind', type: 'message_action' }, async ({ shortcut, ack, client }) => {
    await ack();
    const { channel, message_ts, user } = shortcut;
    const { permalink = '' } = await client.chat.getPermalink({ channel: channel.id, message_ts });
    met.push(`message shortcut ${shortcut.message.text}`);
    await client.chat.postEphemeral({ channel: channel.id, user: user.id, text: `<${permalink}|This>` });
  });

  app.options<'block_suggestion'>({ action_id: 'place' }, async ({ options, ack }) => {
    met.push(`options ${options.value}`);
    await ack({ option_groups: [{ label: label('Near'), options: [option('Canteen')] }] });
  });
  app.action('when', async ({ ack, action }) => {
    await ack();
    met.push(`action ${action.type}`);
  });
  app.view('poll', async ({ ack, view }) => {
    const { guests } = view.state.values;
    met.push('submission');
    if (guests?.guests?.value === '0')
      return ack({ response_action: 'errors', errors: { guests: 'Nobody at all?' } });
    return ack({
      response_action: 'push',
      view: { ...confirmation, private_metadata: placeOf(view.state.values) },
    });
  });
  app.view({ callback_id: 'poll', type: 'view_closed' }, async ({ ack }) => {
    await ack();
    met.push('closed');
  });
  app.view('poll.confirm', async ({ ack, view, client }) => {
    await ack({ response_action: 'clear' });
    const channel = view.private_metadata;
    await client.chat.postMessage({ channel, text: 'Lunch?', blocks: poll('nobody'), unfurl_links: false });
    met.push('posted');
  });

  app.action(/^vote\./, async ({ ack, body, respond }) => {
    await ack();
    met.push('vote');
    await respond({ replace_original: true, text: 'Lunch!', blocks: poll(`<@${body.user.id}>`) });
  });
  app.action({ block_id: 'choice' }, async ({ ack, action, client, body }) => {
    await ack();
    met.push(`chosen ${action.type}`);
    if (body.type !== 'block_actions' || body.channel === undefined || body.message === undefined) return;
    const { channel, message } = body;
    await client.reactions.add({ channel: channel.id, timestamp: message.ts, name: 'fork_and_knife' });
    const text = 'A list';
    await client.filesUploadV2({
      channel_id: channel.id,
      thread_ts: message.ts,
      content: text,
      filename: 'a.txt',
    });
    met.push('listed');
  });

  app.event('reaction_added', async ({ event, client }) => {
    const { channel, ts } = event.item;
    const { messages = [] } = await client.conversations.history({
      channel,
      latest: ts,
      limit: 1,
      inclusive: true,
    });
    met.push(`reaction to ${messages[0]?.text}`);
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ thread_ts: event.ts, text: `Hello <@${event.user}>`, reply_broadcast: true });
    met.push('mention');
  });
  app.event('member_joined_channel', async ({ event, client }) => {
    const types = 'public_channel,private_channel,mpim,im';
    const { channels = [] } = await client.conversations.list({ types, exclude_archived: true, limit: 200 });
    met.push(`joined one of ${channels.length}`, event.channel);
  });
  app.message(/hungry/i, async ({ context, say }) => {
    met.push(`message ${context.matches?.[0]}`);
    await say({ text: 'Me too', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*Me too*' } }] });
  });
}

const waiting: KnownBlock[] = [{ type: 'section', text: { type: 'mrkdwn', text: 'Wait a moment …' } }];

const form: ModalView = {
  type: 'modal',
  callback_id: 'poll',
  notify_on_close: true,
  title: label('Lunch'),
  submit: label('Ask'),
  close: label('Cancel'),
  blocks: [
    { type: 'header', text: label('Lunch') },
    {
      type: 'input',
      block_id: 'channel',
      label: label('Where to ask'),
      element: {
        type: 'conversations_select',
        action_id: 'channel',
        response_url_enabled: true,
        default_to_current_conversation: true,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
      },
    },
    {
      type: 'input',
      block_id: 'guests',
      label: label('How many'),
      element: { type: 'number_input', action_id: 'guests', is_decimal_allowed: false, min_value: '0' },
    },
    {
      type: 'input',
      block_id: 'people',
      optional: true,
      label: label('Who'),
      element: { type: 'multi_users_select', action_id: 'people', max_selected_items: 5 },
    },
    {
      type: 'input',
      block_id: 'food',
      optional: true,
      label: label('What'),
      element: { type: 'checkboxes', action_id: 'food', options: [option('Soup'), option('Salad')] },
    },
    {
      type: 'input',
      block_id: 'hungry',
      optional: true,
      label: label('How hungry'),
      element: { type: 'radio_buttons', action_id: 'hungry', options: [option('Very'), option('Less')] },
    },
    {
      type: 'input',
      block_id: 'note',
      optional: true,
      label: label('Note'),
      element: { type: 'rich_text_input', action_id: 'note' },
    },
    {
      type: 'input',
      block_id: 'link',
      optional: true,
      label: label('Menu'),
      element: { type: 'url_text_input', action_id: 'link', placeholder: label('https://') },
    },
    {
      type: 'actions',
      block_id: 'when',
      elements: [
        { type: 'datepicker', action_id: 'when', initial_date: '2030-01-01' },
        { type: 'external_select', action_id: 'place', min_query_length: 0, placeholder: label('Place') },
      ],
    },
  ],
};

const confirmation: ModalView = {
  type: 'modal',
  callback_id: 'poll.confirm',
  title: label('Sure?'),
  submit: label('Yes'),
  blocks: [{ type: 'context', elements: [{ type: 'mrkdwn', text: 'Everybody will read it.' }] }],
};

function placeOf(values: Record<string, Record<string, { selected_conversation?: string | null }>>): string {
  return values.channel?.channel?.selected_conversation ?? '';
}

function poll(who: string): KnownBlock[] {
  return [
    {
      type: 'section',
      text: { type: 'mrkdwn', text: `Lunch? ${who} comes.` },
      accessory: { type: 'overflow', action_id: 'more', options: [option('Close'), option('Delete')] },
    },
    { type: 'divider' },
    {
      type: 'actions',
      block_id: 'votes',
      elements: [
        { type: 'button', action_id: 'vote.soup', text: label('Soup'), value: 'soup', style: 'primary' },
        { type: 'button', action_id: 'vote.salad', text: label('Salad'), value: 'salad' },
      ],
    },
    {
      type: 'actions',
      block_id: 'choice',
      elements: [
        {
          type: 'static_select',
          action_id: 'drink',
          placeholder: label('Drink'),
          option_groups: [{ label: label('Hot'), options: [option('Tea')] }],
        },
      ],
    },
  ];
}

/** What an operator can do about an error of Slack's, by its name. */
export const slackAdvice: Record<string, string> = {
  is_archived: 'Unarchive the channel, or name another as HELPDESK_CHANNEL.',
  not_in_channel: 'Invite the bot to the channel.',
  channel_not_found: 'Check HELPDESK_CHANNEL, and invite the bot if the channel is private.',
  missing_scope: 'Install the app again with the scopes of its manifest.',
  messages_tab_disabled: "Enable the Messages tab in the app's App Home settings.",
  invalid_auth: 'Check SLACK_BOT_TOKEN.',
  token_revoked: 'Install the app again and set the new SLACK_BOT_TOKEN.',
  account_inactive: 'Install the app again and set the new SLACK_BOT_TOKEN.',
  ...forEach({
    advice: 'Install the app again and set the new SLACK_BOT_TOKEN.',
    errors: ['token_expired', 'not_authed', 'not_allowed_token_type', 'no_permission'],
  }),
  ...forEach({
    advice: 'Ask an administrator of the workspace to let the app in.',
    errors: [
      'org_login_required',
      'accesslimited',
      'access_denied',
      'two_factor_setup_required',
      'ekm_access_denied',
      'enterprise_is_restricted',
      'team_access_not_granted',
      'team_not_found',
    ],
  }),
  ...forEach({
    advice: 'Ask an administrator of the workspace to let the app post in this channel.',
    errors: [
      'restricted_action',
      'restricted_action_read_only_channel',
      'restricted_action_thread_only_channel',
      'restricted_action_non_threadable_channel',
      'restricted_action_thread_locked',
      'posting_to_channel_denied',
      'is_inactive',
    ],
  }),
  ...forEach({
    advice: 'The person cannot be written to; speak to them another way.',
    errors: [
      'user_disabled',
      'user_not_found',
      'user_not_visible',
      'users_not_found',
      'user_not_in_channel',
      'cannot_dm_bot',
      'not_enough_users',
      'invalid_user_combination',
    ],
  }),
  ...forEach({
    advice: 'The message was written by another app; what is new is posted below it.',
    errors: ['cant_update_message', 'cant_delete_message'],
  }),
  edit_window_closed: 'Let apps edit their messages at any time in the settings of the workspace.',
  method_not_supported_for_channel_type: 'Name an ordinary channel as HELPDESK_CHANNEL.',
  ...forEach({
    advice: 'This is a fault of the app: report it with the log of this minute.',
    errors: [
      'as_user_not_supported',
      'block_mismatch',
      'invalid_arg_name',
      'invalid_arguments',
      'invalid_attachments',
      'invalid_blocks',
      'invalid_blocks_format',
      'invalid_cursor',
      'invalid_limit',
      'invalid_metadata_format',
      'invalid_metadata_schema',
      'invalid_ts_latest',
      'invalid_ts_oldest',
      'metadata_too_large',
      'method_deprecated',
      'msg_blocks_too_long',
      'msg_too_long',
      'no_text',
      'too_many_attachments',
      'too_many_users',
    ],
  }),
};

function forEach({ advice, errors }: { advice: string; errors: string[] }): Record<string, string> {
  return Object.fromEntries(errors.map(error => [error, advice]));
}

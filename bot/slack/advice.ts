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
};

const words = (list: string) => list.trim().split(/\s+/);

const message = words(`
  type subtype user bot_id app_id bot_profile text blocks attachments files upload edited reactions metadata team ts
  thread_ts parent_user_id client_msg_id reply_count reply_users reply_users_count latest_reply is_locked subscribed
  hidden root source_team user_team display_as_bot language topic purpose username icons x_files
`);
const file = words(`
  id name title mimetype filetype pretty_type mode created timestamp user user_team size editable is_external is_public
  external_type public_url_shared display_as_bot username url_private url_private_download permalink permalink_public
  original_w original_h image_exif_rotation has_rich_preview thumb_64 thumb_80 thumb_160 thumb_160_w thumb_160_h
  thumb_360 thumb_360_w thumb_360_h channels groups ims shares comments_count file_access media_display_type
`);
const channel = words(`
  id name name_normalized created creator user is_archived is_channel is_group is_im is_mpim is_private is_general
  is_member is_open is_shared is_ext_shared is_org_shared is_user_deleted context_team_id num_members topic purpose
  locale priority last_read latest unlinked updated previous_names
`);
const user = words(`
  id team_id name deleted color real_name tz tz_label tz_offset profile is_admin is_owner is_primary_owner
  is_restricted is_ultra_restricted is_bot is_app_user is_email_confirmed updated has_2fa locale enterprise_user
  who_can_share_contact_card
`);
const view = words(`
  id team_id type callback_id private_metadata title submit close blocks state hash external_id previous_view_id
  root_view_id app_id app_installed_team_id bot_id clear_on_close notify_on_close
`);

/** What Slack calls the fields of each object, by the name under which the object stands; what apps send is left out. */
export const slackFields: Record<string, string[]> = {
  message,
  messages: message,
  previous_message: message,
  root: message,
  file,
  files: file,
  shares: words('public private'),
  channel,
  channels: channel,
  user,
  members: user,
  view,
  profile: words(`
    title phone skype real_name real_name_normalized display_name display_name_normalized status_text status_text_canonical
    status_emoji status_emoji_display_info status_expiration avatar_hash email first_name last_name team api_app_id bot_id always_active
    image_24 image_32 image_48 image_72 image_192 image_512
  `),
  bot_profile: words('id deleted name updated app_id icons team_id'),
  edited: words('user ts'),
  reactions: words('name users count'),
  metadata: words('event_type event_payload'),
  topic: words('value creator last_set'),
  purpose: words('value creator last_set'),
  response_metadata: words('next_cursor messages warnings scopes acceptedScopes'),
  authorizations: words('enterprise_id team_id user_id is_bot is_enterprise_install'),
  item: words('type channel ts file'),
};

/** The fields beside `ok` of what each method answers. */
export const answerFields: Record<string, string[]> = {
  'auth.test': words(
    'url team user team_id user_id bot_id app_id enterprise_id is_enterprise_install response_metadata',
  ),
  'chat.delete': words('channel ts response_metadata'),
  'chat.getPermalink': words('channel permalink response_metadata'),
  'chat.postEphemeral': words('message_ts response_metadata'),
  'chat.postMessage': words('channel ts message response_metadata'),
  'chat.update': words('channel ts text message response_metadata'),
  'conversations.history': words(
    'messages has_more pin_count channel_actions_ts channel_actions_count latest oldest response_metadata',
  ),
  'conversations.info': words('channel response_metadata'),
  'conversations.list': words('channels response_metadata'),
  'conversations.members': words('members response_metadata'),
  'conversations.open': words('channel no_op already_open response_metadata'),
  'conversations.replies': words('messages has_more response_metadata'),
  'files.completeUploadExternal': words('files response_metadata'),
  'files.getUploadURLExternal': words('upload_url file_id response_metadata'),
  'files.info': words('file content comments is_truncated response_metadata'),
  'reactions.add': words('response_metadata'),
  'users.info': words('user response_metadata'),
  'users.list': words('members cache_ts response_metadata'),
};

/** The fields around every event. */
export const envelopeFields = words(`
  token team_id enterprise_id context_team_id context_enterprise_id api_app_id event type event_id event_time
  event_context authorizations authed_users is_ext_shared_channel
`);

/** The fields of each event, by its type and subtype; a message that was posted has those of a message, too. */
export const eventFields: Record<string, string[]> = {
  message: words('channel channel_type event_ts').concat(message),
  'message file_share': words('channel channel_type event_ts').concat(message),
  'message message_changed': words(
    'type subtype message previous_message channel channel_type hidden ts event_ts',
  ),
  'message message_deleted': words(
    'type subtype previous_message channel channel_type hidden deleted_ts ts event_ts thread_ts',
  ),
  app_mention: words('channel event_ts').concat(message),
  app_home_opened: words('type user channel tab view event_ts'),
  member_joined_channel: words('type user channel channel_type team inviter event_ts'),
  team_join: words('type user event_ts cache_ts'),
  reaction_added: words('type user reaction item item_user event_ts'),
};

import type { AppManifest } from '../manifest.ts';

const sentEvents = new Set([
  'app_home_opened',
  'app_mention',
  'member_joined_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'message_metadata_deleted',
  'message_metadata_posted',
  'message_metadata_updated',
  'reaction_added',
  'reaction_removed',
  'team_join',
]);

/** The events of the manifest that nothing in the sandbox causes, so that their listeners are never met. */
export function unsentEvents({ botEvents }: Pick<AppManifest, 'botEvents'>): string[] {
  return botEvents.filter(event => !sentEvents.has(event));
}

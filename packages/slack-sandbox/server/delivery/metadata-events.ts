import type {
  MessageMetadataDeletedEvent,
  MessageMetadataPostedEvent,
  MessageMetadataUpdatedEvent,
} from '@slack/types';
import type { SlackJson } from '../../protocol.ts';
import type { Change } from '../changes.ts';
import type { Slack } from '../slack.ts';
import type { MessageMetadata, StoredMessage } from '../state/stored-message.ts';
import { asSent } from '../web-api/answer.ts';

const anything = '*';

/** What the app is told of the metadata of messages: those that its manifest names, where its bot is a member. */
export function metadataEvents({ slack, change }: { slack: Slack; change: Change }): SlackJson[] {
  if (change.type === 'message_posted') return posted({ slack, message: change.message });
  if (change.type === 'message_changed') return changed({ slack, change });
  if (change.type === 'message_deleted')
    return deleted({ slack, previous: change.previous, deletedTs: change.deleteTs });
  return [];
}

function posted({ slack, message }: { slack: Slack; message: StoredMessage }): SlackJson[] {
  const { metadata } = message;
  if (!isTold({ slack, event: 'message_metadata_posted', message, metadata })) return [];
  const about = describe({ slack, message });
  return [
    {
      type: 'message_metadata_posted',
      ...about,
      metadata: asSent(metadata),
      event_ts: message.ts,
    } satisfies MessageMetadataPostedEvent,
  ];
}

/** A message that becomes the tombstone of its thread loses its metadata, as one that is deleted. */
function changed(input: { slack: Slack; change: Change & { type: 'message_changed' } }): SlackJson[] {
  const { slack } = input;
  const { message, previous, editTs } = input.change;
  const { metadata } = message;
  if (previous.metadata === undefined) return posted({ slack, message });
  if (metadata === undefined) return deleted({ slack, previous, deletedTs: editTs });
  if (JSON.stringify(metadata) === JSON.stringify(previous.metadata)) return [];
  if (!isTold({ slack, event: 'message_metadata_updated', message, metadata })) return [];
  return [
    {
      type: 'message_metadata_updated',
      ...describe({ slack, message }),
      metadata: asSent(metadata),
      previous_metadata: asSent(previous.metadata),
      event_ts: editTs,
    } satisfies MessageMetadataUpdatedEvent,
  ];
}

type DeletedInput = { slack: Slack; previous: StoredMessage; deletedTs: string };

function deleted({ slack, previous, deletedTs }: DeletedInput): SlackJson[] {
  const { metadata } = previous;
  if (!isTold({ slack, event: 'message_metadata_deleted', message: previous, metadata })) return [];
  return [
    {
      type: 'message_metadata_deleted',
      ...describe({ slack, message: previous }),
      previous_metadata: asSent(metadata),
      deleted_ts: deletedTs,
      event_ts: deletedTs,
    } satisfies MessageMetadataDeletedEvent,
  ];
}

type IsToldInput = { slack: Slack; event: string; message: StoredMessage; metadata?: MessageMetadata };

function isTold({ slack, event, message, metadata }: IsToldInput): boolean {
  const { botEvents, scopes, metadataSubscriptions } = slack.manifest;
  const { appId, botUserId } = slack.installation;
  const isAbout = ({ appId: app, eventType }: { appId: string; eventType: string }) =>
    [anything, appId].includes(app) && [anything, metadata?.event_type].includes(eventType);
  return (
    metadata !== undefined &&
    botEvents.includes(event) &&
    scopes.includes('metadata.message:read') &&
    metadataSubscriptions.some(isAbout) &&
    slack.workspace.conversations.get(message.channel)?.memberIds.includes(botUserId) === true
  );
}

function describe({ slack, message }: { slack: Slack; message: StoredMessage }) {
  const { appId, botId, team } = slack.installation;
  return {
    app_id: appId,
    bot_id: botId,
    user_id: message.user,
    team_id: team.id,
    channel_id: message.channel,
    message_ts: message.ts,
  };
}

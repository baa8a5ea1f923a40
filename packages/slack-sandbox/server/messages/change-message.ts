import type { SlackFile, SlackJson } from '../../protocol.ts';
import type { Slack } from '../slack.ts';
import type { MessageMetadata, StoredMessage } from '../state/stored-message.ts';

type MessageEdit = {
  text: string;
  blocks?: SlackJson[];
  attachments?: SlackJson[];
  metadata?: MessageMetadata;
  files?: SlackFile[];
  /** Who edited, for a message that is to show "(edited)". */
  markedBy?: string;
};

type ChangeMessageInput = {
  slack: Slack;
  message: StoredMessage;
  edit: MessageEdit;
};

/** Replaces the content of a message; its channel, thread and author stay. */
export function changeMessage(input: ChangeMessageInput): StoredMessage {
  const { slack, message: previous, edit } = input;
  const { text: _text, blocks: _blocks, attachments: _old, metadata: _meta, ...rest } = previous;
  const editTs = slack.workspace.nextTs();
  const message: StoredMessage = {
    ...rest,
    text: edit.text,
    ...(edit.blocks && { blocks: edit.blocks }),
    ...(edit.attachments && { attachments: edit.attachments }),
    ...(edit.metadata && { metadata: edit.metadata }),
    ...(edit.files && { files: edit.files }),
    ...(edit.markedBy && { edited: { user: edit.markedBy, ts: editTs } }),
  };
  if (previous.ephemeral_for !== undefined) return slack.ephemerals.show(message);
  slack.workspace.messagesIn(message.channel).put(message.ts, message);
  slack.changes.publish({ type: 'message_changed', message, previous, editTs });
  return message;
}

import type { Act, ActResult } from '../../protocol.ts';
import { changeMessage } from '../messages/change-message.ts';
import { deleteMessage } from '../messages/delete-message.ts';
import { typedBlocks, typedText } from '../messages/typed-text.ts';
import type { Slack } from '../slack.ts';
import { ActFailure } from './act-failure.ts';
import { findMessage, findOwnMessage } from './act-targets.ts';

/** Edits the person's own message. */
export function edit({ slack, act }: { slack: Slack; act: Act & { type: 'edit' } }): ActResult {
  const message = findOwnMessage({ slack, ...act });
  if (act.text.trim() === '') throw new ActFailure('There is nothing to send.');
  const { workspace } = slack;
  const { text } = act;
  const { attachments, metadata } = message;
  const said = { text: typedText({ text, workspace }), blocks: typedBlocks({ text, workspace }) };
  changeMessage({ slack, message, edit: { ...said, attachments, metadata, markedBy: act.as } });
  return { ok: true, channel: act.channel, ts: act.ts };
}

/** Deletes the person's own message, or hides one only they see. */
export function remove({ slack, act }: { slack: Slack; act: Act & { type: 'delete' } }): ActResult {
  const seen = findMessage({ slack, ...act });
  const message = seen.ephemeral_for === act.as ? seen : findOwnMessage({ slack, ...act });
  deleteMessage({ slack, message });
  return { ok: true, channel: act.channel, ts: act.ts };
}

import type { Act, ActResult } from '../../protocol.ts';
import { recordShare } from '../files/share-files.ts';
import { newUuid } from '../ids.ts';
import { postMessage } from '../messages/post-message.ts';
import { previewLinks } from '../messages/preview-links.ts';
import { typedBlocks, typedText } from '../messages/typed-text.ts';
import type { Slack } from '../slack.ts';
import { isReply } from '../state/stored-message.ts';
import type { StoredFile } from '../state/workspace.ts';
import { ActFailure } from './act-failure.ts';
import { findJoined } from './act-targets.ts';

const maxTyped = 12_000;

/** Posts what a person typed, with the files dropped on it. */
export function say({ slack, act }: { slack: Slack; act: Act & { type: 'say' } }): ActResult {
  const { as, channel, text, threadTs, alsoToChannel, fileIds = [] } = act;
  findJoined({ slack, as, channel });
  const files = fileIds.map(id => ownFile({ slack, as, id }));
  if (text.trim() === '' && files.length === 0) throw new ActFailure('There is nothing to send.');
  if (text.length > maxTyped) throw new ActFailure(`A message has at most ${maxTyped} characters.`);
  const root = threadTs === undefined ? undefined : slack.workspace.messagesIn(channel).get(threadTs);
  if (threadTs !== undefined && (root === undefined || isReply(root))) {
    throw new ActFailure('That thread is gone.');
  }
  const { workspace } = slack;
  const said = postMessage({
    slack,
    message: {
      channel,
      userId: as,
      text: typedText({ text, workspace }),
      ...(text !== '' && { blocks: typedBlocks({ text, workspace }) }),
      threadTs,
      isBroadcast: threadTs !== undefined && alsoToChannel === true,
      ...(files.length > 0 && { files }),
      clientMessageId: newUuid(),
    },
  });
  const { ts } = said;
  recordShare({ slack, files, channel, ts });
  previewLinks({ slack, message: said });
  return { ok: true, channel, ts };
}

function ownFile({ slack, as, id }: { slack: Slack; as: string; id: string }): StoredFile {
  const file = slack.workspace.files.get(id);
  if (file?.userId !== as) throw new ActFailure('That file is gone.');
  return file;
}

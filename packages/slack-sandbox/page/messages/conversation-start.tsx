import type { Conversation } from '../../protocol.ts';
import { Avatar } from '../controls/avatar.tsx';
import { otherSide, snapshot, titleOf } from '../state/session.ts';

/** What stands above the first message. */
export function ConversationStart({ conversation }: { conversation: Conversation }) {
  const other = otherSide(conversation);
  if (conversation.kind === 'channel') {
    return (
      <div class="conversation-start">
        <h2>{titleOf(conversation)}</h2>
        <p>{conversation.topic || 'This is the very beginning of the channel.'}</p>
      </div>
    );
  }
  return (
    <div class="conversation-start">
      {other && <Avatar userId={other.id} size={56} />}
      <h2>{titleOf(conversation)}</h2>
      <p>
        {other?.isBot
          ? snapshot.value?.appDescription || 'Direct messages with this app.'
          : 'Just the two of you.'}
      </p>
      {other?.isBot && <p>{commandHint()}</p>}
    </div>
  );
}

function commandHint(): string {
  const commands = (snapshot.value?.commands ?? []).map(({ command }) => command);
  return commands.length > 0 ? `Type ${commands.join(' or ')} to begin.` : '';
}

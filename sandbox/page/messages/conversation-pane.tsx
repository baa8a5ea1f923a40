import { useEffect } from 'preact/hooks';
import type { Conversation } from '../../protocol.ts';
import { Composer } from '../composer/composer.tsx';
import { DropZone } from '../composer/drop-zone.tsx';
import { TryThis } from '../shell/try-this.tsx';
import { act } from '../state/acts.ts';
import { snapshot, titleOf } from '../state/desk.ts';
import { draftKeyOf } from '../state/drafts.ts';
import { newestTs } from '../state/unread.ts';
import { ConversationHead } from './conversation-head.tsx';
import { MessageList } from './message-list.tsx';

/** One conversation: its name, its messages, and where to type. */
export function ConversationPane({ conversation }: { conversation: Conversation }) {
  useReading(conversation);
  const draftKey = draftKeyOf({ channel: conversation.id });
  return (
    <main class="conversation" aria-label={titleOf(conversation)}>
      <ConversationHead conversation={conversation} />
      <TryThis conversation={conversation} />
      <DropZone className="conversation-body" draftKey={draftKey} title={titleOf(conversation)}>
        <MessageList key={conversation.id} conversation={conversation} />
        <Composer key={draftKey} conversation={conversation} />
      </DropZone>
    </main>
  );
}

/** Tells the server what was seen, while the page is really looked at. */
function useReading(conversation: Conversation): void {
  const newest = newestTs(conversation.id);
  useEffect(() => {
    const read = () => {
      const lastRead = snapshot.peek()?.lastRead[conversation.id] ?? '';
      if (document.visibilityState !== 'visible' || !newest || newest <= lastRead) return;
      void act({ type: 'mark_read', channel: conversation.id, ts: newest });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [conversation.id, newest]);
}

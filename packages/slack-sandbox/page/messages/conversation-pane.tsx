import { useEffect, useState } from 'preact/hooks';
import type { Conversation } from '../../protocol.ts';
import { Composer } from '../composer/composer.tsx';
import { DropZone } from '../composer/drop-zone.tsx';
import { act } from '../state/acts.ts';
import { draftKeyOf } from '../state/drafts.ts';
import { snapshot, titleOf } from '../state/session.ts';
import { newestTs } from '../state/unread.ts';
import { TryThis } from '../tour/try-this.tsx';
import { AppHome } from '../views/app-home.tsx';
import { ConversationHead } from './conversation-head.tsx';
import { MessageList } from './message-list.tsx';

/** One conversation: its name, its messages, and where to type. */
export function ConversationPane({ conversation }: { conversation: Conversation }) {
  const [isAtHome, setAtHome] = useState(false);
  const hasHome = hasHomeTab(conversation);
  useReading(conversation);
  const draftKey = draftKeyOf({ channel: conversation.id });
  return (
    <section class="conversation" aria-label={titleOf(conversation)}>
      <ConversationHead conversation={conversation} />
      <TryThis />
      {hasHome && <HomeTabs isAtHome={isAtHome} change={setAtHome} />}
      {hasHome && isAtHome ? (
        <AppHome home={snapshot.value?.home ?? null} />
      ) : (
        <DropZone className="conversation-body" draftKey={draftKey} title={titleOf(conversation)}>
          <MessageList key={conversation.id} conversation={conversation} />
          <Composer key={draftKey} conversation={conversation} />
        </DropZone>
      )}
    </section>
  );
}

/** The app's DM has a second tab when the app has a Home tab. */
function hasHomeTab(conversation: Conversation): boolean {
  const current = snapshot.value;
  if (conversation.kind !== 'im' || !current) return false;
  return conversation.memberIds.includes(current.appUserId) && current.hasHome;
}

function HomeTabs({ isAtHome, change }: { isAtHome: boolean; change: (isAtHome: boolean) => void }) {
  return (
    <fieldset class="segments home-tabs" aria-label="App">
      <button type="button" aria-pressed={!isAtHome} onClick={() => change(false)}>
        Messages
      </button>
      <button type="button" aria-pressed={isAtHome} onClick={() => change(true)}>
        Home
      </button>
    </fieldset>
  );
}

/** Marks the conversation as read while the page is visible. */
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

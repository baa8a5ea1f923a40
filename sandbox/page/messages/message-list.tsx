import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Conversation } from '../../protocol.ts';
import { clock, me, messagesOf, snapshot, titleOf } from '../state/desk.ts';
import { dayWords } from '../text/dates.ts';
import { ConversationStart } from './conversation-start.tsx';
import { type Row, rowsOf } from './group-messages.ts';
import { MessageView } from './message-view.tsx';
import { useBottom } from './use-bottom.ts';

const SHOWN_AT_FIRST = 80;

/** The messages of a conversation, oldest first; earlier ones on request. */
export function MessageList({ conversation }: { conversation: Conversation }) {
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const messages = messagesOf(conversation.id);
  // The "New" line stays where it was when the conversation was opened.
  const readTs = useRef(snapshot.peek()?.lastRead[conversation.id] ?? '').current;
  const myId = me.value?.id ?? '';
  const rows = useMemo(() => rowsOf({ messages, readTs, myId }), [messages, readTs, myId]);
  const list = useRef<HTMLDivElement>(null);
  useBottom(list, messages);
  useLinkedMessage(list);
  const hidden = Math.max(0, rows.length - shown);

  return (
    <div
      class="messages"
      ref={list}
      role="log"
      aria-label={`Messages in ${titleOf(conversation)}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, so the keyboard must reach it
      tabIndex={0}
    >
      <div class="messages-spacer" />
      {hidden > 0 ? (
        <button type="button" class="button earlier" onClick={() => setShown(shown + 200)}>
          Show earlier messages
        </button>
      ) : (
        <ConversationStart conversation={conversation} />
      )}
      {rows.slice(hidden).map(row => (
        <RowView key={row.key} row={row} />
      ))}
    </div>
  );
}

function RowView({ row }: { row: Row }) {
  if (row.kind === 'message') {
    return <MessageView message={row.message} replies={row.replies} isContinued={row.isContinued} />;
  }
  return (
    <div class={`line ${row.kind === 'new' ? 'line-new' : ''}`}>
      <span>{row.kind === 'day' ? dayWords(row.date, new Date(clock() * 1000)) : 'New'}</span>
    </div>
  );
}

function useLinkedMessage(list: { current: HTMLElement | null }): void {
  useEffect(() => {
    list.current?.querySelector('.is-linked')?.scrollIntoView({ block: 'center' });
  }, []);
}

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Conversation, SandboxMessage } from '../../protocol.ts';
import { goTo, route } from '../state/route.ts';
import { clock, me, messagesOf, snapshot, titleOf } from '../state/session.ts';
import { isReply } from '../state/threads.ts';
import { dayWords } from '../text/dates.ts';
import { ConversationStart } from './conversation-start.tsx';
import { type Row, rowsOf } from './group-messages.ts';
import { StillMessage } from './still-message.tsx';
import { useBottom } from './use-bottom.ts';

const SHOWN_AT_FIRST = 80;
const SHOWN_MORE = 200;

/** The messages of a conversation, oldest first; earlier ones on request. */
export function MessageList({ conversation }: { conversation: Conversation }) {
  const messages = messagesOf(conversation.id);
  // The "New" line stays where it was when the conversation was opened.
  const readTs = useRef(snapshot.peek()?.lastRead[conversation.id] ?? '').current;
  const myId = me.value?.id ?? '';
  const rows = useMemo(() => rowsOf({ messages, readTs, myId }), [messages, readTs, myId]);
  const [shown, setShown] = useState(() => shownAtFirst(rows));
  const list = useRef<HTMLDivElement>(null);
  useBottom({ list, messages, channel: conversation.id });
  useLinkedMessage({ list, messages, reach: () => setShown(most => Math.max(most, shownAtFirst(rows))) });
  const fromBottom = useRef<number | undefined>(undefined);
  const showEarlier = () => {
    const element = list.current;
    fromBottom.current = element ? element.scrollHeight - element.scrollTop : undefined;
    setShown(shown + SHOWN_MORE);
  };
  // What the person was reading stays where it was.
  useLayoutEffect(() => {
    if (list.current && fromBottom.current !== undefined) {
      list.current.scrollTop = list.current.scrollHeight - fromBottom.current;
    }
  }, [shown]);
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
        <button type="button" class="button earlier" onClick={showEarlier}>
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
    return <StillMessage message={row.message} replies={row.replies} isContinued={row.isContinued} />;
  }
  return (
    <div class={`line ${row.kind === 'new' ? 'line-new' : ''}`}>
      <span>{row.kind === 'day' ? dayWords(row.date, new Date(clock() * 1000)) : 'New'}</span>
    </div>
  );
}

type LinkedMessageInput = {
  list: { current: HTMLElement | null };
  messages: SandboxMessage[];
  /** Draws as many rows as it takes to show it. */
  reach: () => void;
};

/** Shows the message a link names; one that stands in a thread opens the thread. */
function useLinkedMessage({ list, messages, reach }: LinkedMessageInput): void {
  const { message: ts } = route.value;
  useEffect(() => {
    const linked = messages.find(message => message.ts === ts);
    if (linked && isReply(linked)) goTo({ thread: linked.thread_ts }, { replace: true });
    reach();
    list.current?.querySelector('.is-linked')?.scrollIntoView({ block: 'center' });
  }, [ts]);
}

/** How many rows are drawn at first: the newest ones, and as far back as a link reaches. */
function shownAtFirst(rows: Row[]): number {
  const linked = rows.findIndex(row => row.key === route.peek().message);
  return linked < 0 ? SHOWN_AT_FIRST : Math.max(SHOWN_AT_FIRST, rows.length - linked + 10);
}

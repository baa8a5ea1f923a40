import { useEffect, useRef } from 'preact/hooks';
import type { Conversation } from '../../protocol.ts';
import { focusComposer } from '../composer/focus-composer.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { ConversationPane } from '../messages/conversation-pane.tsx';
import { ThreadPane } from '../messages/thread-pane.tsx';
import { Sidebar } from '../sidebar/sidebar.tsx';
import { goTo, route } from '../state/route.ts';
import {
  conversations,
  me,
  messagesOf,
  openConversation,
  pageName,
  snapshot,
  titleOf,
} from '../state/session.ts';
import { unreadCount } from '../state/unread.ts';
import { ConfirmDialog } from '../views/confirm-dialog.tsx';
import { Modals } from '../views/modals.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { SideBySide } from './side-by-side.tsx';
import { Toasts } from './toasts.tsx';

/** The whole page. */
export function App() {
  if (route.value.beside && !route.value.isPane) return <SideBySide />;
  return <Workspace />;
}

/** The page of one person. */
function Workspace() {
  useDefaultConversation();
  useTitle();
  const conversation = openConversation.value;
  const { thread } = route.value;
  useFirstFocus(conversation !== undefined);
  if (!snapshot.value) {
    return (
      <>
        <ConnectionBar />
        <main class="loading" aria-label="Loading">
          <h1>Slack sandbox</h1>
          <p role="status">Opening the workspace…</p>
        </main>
      </>
    );
  }
  return (
    <>
      <ConnectionBar />
      <div class={`layout ${thread ? 'has-thread' : ''}`}>
        <Sidebar />
        <main>
          <h1 class="visually-hidden">{pageName.value}</h1>
          {conversation && <ConversationPane conversation={conversation} />}
          {conversation && thread && <ThreadPane key={thread} conversation={conversation} rootTs={thread} />}
        </main>
        <Inspector />
      </div>
      <Modals />
      <ConfirmDialog />
      <Toasts />
    </>
  );
}

/** The caret waits in the message field; of two panes side by side neither takes it. */
function useFirstFocus(isReady: boolean): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isReady || !isFirst.current) return;
    isFirst.current = false;
    if (!route.peek().isPane && !route.peek().thread) focusComposer('conversation');
  }, [isReady]);
}

/** When the address names no conversation of this person: at first one with something in it, later a channel. */
function useDefaultConversation(): void {
  const isFirst = useRef(true);
  const isLive = snapshot.value !== undefined && snapshot.value.me.id === route.value.as;
  const isThere = conversations.value.has(route.value.channel);
  useEffect(() => {
    if (!isLive) return;
    const wanted = isThere ? undefined : defaultConversation({ mayBeDirect: isFirst.current });
    isFirst.current = false;
    if (wanted) goTo({ channel: wanted.id, thread: '', message: '' }, { replace: true });
  }, [isLive, isThere]);
}

/** Of what this person sees: what has messages before what has none, and what the app is in before the others. */
function defaultConversation({ mayBeDirect }: { mayBeDirect: boolean }): Conversation | undefined {
  const channels = [...conversations.peek().values()].filter(one => one.kind === 'channel');
  const isOfApp = (one: Conversation) => one.memberIds.includes(snapshot.peek()?.appUserId ?? '');
  const hasMessages = (one: Conversation) => messagesOf(one.id).length > 0;
  const ofApp = [...conversations.peek().values()].filter(isOfApp);
  const seen = mayBeDirect ? [...ofApp, ...channels].find(hasMessages) : undefined;
  return seen ?? channels.find(isOfApp) ?? channels[0];
}

function useTitle(): void {
  const unread = (snapshot.value?.conversations ?? []).reduce((sum, one) => sum + unreadCount(one), 0);
  const conversation = openConversation.value;
  const words = [conversation && titleOf(conversation), me.value?.realName, pageName.value];
  const title = `${unread > 0 ? `(${unread}) ` : ''}${words.filter(Boolean).join(' · ')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

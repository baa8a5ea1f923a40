import { useEffect, useMemo, useRef } from 'preact/hooks';
import { followersOf } from '../../followers.ts';
import type { Conversation } from '../../protocol.ts';
import { Composer } from '../composer/composer.tsx';
import { focusComposer } from '../composer/focus-composer.ts';
import { IconButton } from '../controls/icons.tsx';
import { Identity } from '../sidebar/identity.tsx';
import { goTo } from '../state/route.ts';
import { me, messagesOf, titleOf } from '../state/session.ts';
import { threadOf } from '../state/threads.ts';
import { isContinued } from './group-messages.ts';
import { MessageView } from './message-view.tsx';
import { useBottom } from './use-bottom.ts';

/** A thread beside its conversation. */
export function ThreadPane({ conversation, rootTs }: { conversation: Conversation; rootTs: string }) {
  const all = messagesOf(conversation.id);
  const messages = useMemo(() => threadOf(all, rootTs), [all, rootTs]);
  const list = useRef<HTMLDivElement>(null);
  useBottom({ list, messages });
  const close = () => goTo({ thread: '', message: '' });
  useEscape(close);
  useOwnFocus();
  const replies = messages.filter(({ ts, ephemeral_for: alone }) => ts !== rootTs && !alone);
  return (
    <section class="thread-pane" aria-label="Thread">
      <header class="pane-head">
        <h2>
          Thread <span class="quiet">{titleOf(conversation)}</span>
        </h2>
        <Following isFollowing={followersOf(messages).includes(me.value?.id ?? '')} />
        <Identity />
        <IconButton icon="close" label="Close thread" onClick={close} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, so the keyboard must reach it */}
      <div class="messages" ref={list} role="log" aria-label="Thread messages" tabIndex={0}>
        {messages.length === 0 && <p class="tombstone">This thread is gone.</p>}
        {messages.map((message, index) => (
          <>
            <MessageView
              key={message.ts}
              message={message}
              replies={[]}
              isContinued={index > 1 && isContinued(messages[index - 1], message)}
              isInThread
            />
            {message.ts === rootTs && replies.length > 0 && (
              <div key="count" class="line line-left">
                <span>{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</span>
              </div>
            )}
          </>
        ))}
      </div>
      <Composer key={rootTs} conversation={conversation} threadTs={rootTs} />
    </section>
  );
}

/** Slack notifies followers of answers, and nobody else. */
function Following({ isFollowing }: { isFollowing: boolean }) {
  const why = isFollowing
    ? 'You began this thread, wrote in it or were mentioned, so Slack tells you of replies'
    : 'You have not written in this thread and nobody mentioned you, so Slack does not tell you of replies';
  return (
    <span class="quiet following" title={why}>
      {isFollowing ? 'Following' : 'Not following'}
    </span>
  );
}

/** The caret goes into the thread, and back to where it came from. */
function useOwnFocus(): void {
  useEffect(() => {
    const before = document.activeElement;
    focusComposer('thread');
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
}

function useEscape(close: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTaken = event.defaultPrevented || document.querySelector('dialog[open], .popup');
      if (event.key === 'Escape' && !isTaken) close();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

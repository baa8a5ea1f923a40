import { useContext, useMemo, useRef } from 'preact/hooks';
import type { SandboxMessage, SlackJson } from '../../protocol.ts';
import { Blocks } from '../blocks/block.tsx';
import { Avatar } from '../controls/avatar.tsx';
import { Guard } from '../controls/guard.tsx';
import { Icon } from '../controls/icons.tsx';
import { useKeptFocus } from '../controls/use-kept-focus.ts';
import { readBlocks } from '../elements/read-blocks.ts';
import { type Surface, SurfaceContext } from '../elements/surface.ts';
import { act } from '../state/acts.ts';
import { goTo, route } from '../state/route.ts';
import { me, nameOf, people } from '../state/session.ts';
import { showToast } from '../state/toasts.ts';
import { clockTime, fullMoment, momentOf } from '../text/dates.ts';
import { emojiOf } from '../text/emoji.ts';
import { Emoji, Mrkdwn } from '../text/formatted.tsx';
import { EditMessage } from './edit-message.tsx';
import { editedTs } from './editing.ts';
import { Files } from './files.tsx';
import { isCard } from './group-messages.ts';
import { MessageTools } from './message-tools.tsx';
import { ThreadSummary } from './thread-summary.tsx';

type MessageProps = {
  message: SandboxMessage;
  replies: SandboxMessage[];
  isContinued: boolean;
  /** Inside the thread pane: no summary of the thread, no way to open it again. */
  isInThread?: boolean;
};

/** One message with everything that belongs to it. */
export function MessageView({ message, replies, isContinued, isInThread = false }: MessageProps) {
  const author = people.value.get(message.user);
  const isLinked = route.value.message === message.ts;
  const kind = [
    isContinued && 'is-continued',
    message.ephemeral_for && 'is-ephemeral',
    isLinked && 'is-linked',
  ].filter(Boolean);
  return (
    <article
      class={`message ${kind.join(' ')}`}
      data-ts={message.ts}
      aria-label={`${nameOf(message.user)}, ${clockTime(momentOf(message.ts))}`}
    >
      {isContinued ? <MessageTime ts={message.ts} /> : <Avatar userId={message.user} />}
      <div class="message-main">
        {message.ephemeral_for && (
          <p class="ephemeral-mark">
            <Icon name="eye" size={14} /> Only visible to you
          </p>
        )}
        {!isContinued && (
          <p class="message-head">
            <strong class="author">{nameOf(message.user)}</strong>
            {author?.isBot && <span class="badge">App</span>}
            <MessageTime ts={message.ts} />
          </p>
        )}
        {message.subtype === 'thread_broadcast' && !isInThread && <BroadcastMark message={message} />}
        <Guard label="This message could not be displayed.">
          <MessageBody message={message} />
        </Guard>
        {!isInThread && replies.length > 0 && <ThreadSummary message={message} replies={replies} />}
      </div>
      <MessageTools message={message} isInThread={isInThread} />
    </article>
  );
}

function MessageBody({ message }: { message: SandboxMessage }) {
  const isTyped = !message.bot_id;
  const blocks = useMemo(() => readBlocks(isTyped ? [] : message.blocks), [message.blocks, isTyped]);
  if (editedTs.value === message.ts) return <EditMessage message={message} />;
  if (message.subtype === 'tombstone') return <p class="tombstone">This message was deleted.</p>;
  const edited = message.edited && <span class="edited"> (edited)</span>;
  return (
    <>
      {blocks.length > 0 ? (
        <MessageBlocks message={message} blocks={blocks} />
      ) : (
        message.text && (
          <div class="text">
            <Mrkdwn text={message.text} />
            {edited}
          </div>
        )
      )}
      {blocks.length > 0 && edited}
      {message.attachments?.map(attachment => (
        <Attachment key={String(attachment.id)} attachment={attachment} />
      ))}
      {message.files && message.files.length > 0 && <Files files={message.files} />}
      {message.reactions && <Reactions message={message} />}
    </>
  );
}

/** What was forwarded, or the preview of a link. */
function Attachment({ attachment }: { attachment: SlackJson }) {
  const { author_name: author, title, text, fallback } = attachment;
  return (
    <blockquote class="attachment">
      <strong>{String(author ?? title ?? '')}</strong>
      <Mrkdwn text={String(text ?? fallback ?? '')} />
    </blockquote>
  );
}

function MessageBlocks({ message, blocks }: { message: SandboxMessage; blocks: Surface['blocks'] }) {
  const outer = useContext(SurfaceContext);
  const surface = useMemo<Surface>(
    () => ({
      ...outer,
      // What is chosen in a message lasts until the app changes the message.
      key: `message:${message.channel}:${message.ts}:${checksum(JSON.stringify(blocks))}`,
      source: { kind: 'message', channel: message.channel, ts: message.ts },
      blocks,
      showTrouble: text => showToast({ text, tone: 'trouble' }),
    }),
    [blocks, message.channel, message.ts],
  );
  const part = useRef<HTMLDivElement>(null);
  useKeptFocus({ part, controls: ['button, select'], drawn: blocks });
  return (
    <SurfaceContext.Provider value={surface}>
      <div ref={part} class={isCard(message) ? 'card' : ''}>
        <Blocks blocks={blocks} />
      </div>
    </SurfaceContext.Provider>
  );
}

/** The reactions with their counts; pressing one adds one's own, or takes it back. */
function Reactions({ message }: { message: SandboxMessage }) {
  const { channel, ts, reactions = [] } = message;
  const mine = me.value?.id ?? '';
  const toggle = async (name: string) => {
    const result = await act({ type: 'react', channel, ts, name });
    if (!result.ok) showToast({ text: result.message, tone: 'trouble' });
  };
  return (
    <div class="reactions">
      {reactions.map(({ name, count, users }) => (
        <button
          key={name}
          type="button"
          class="reaction"
          title={users.map(nameOf).join(', ')}
          aria-pressed={users.includes(mine)}
          onClick={() => void toggle(name)}
        >
          <Emoji character={emojiOf(name) ?? `:${name}:`} name={name} /> {count}
        </button>
      ))}
    </div>
  );
}

function MessageTime({ ts }: { ts: string }) {
  const moment = momentOf(ts);
  return (
    <time class="message-time" dateTime={moment.toISOString()} title={fullMoment(moment)}>
      {clockTime(moment)}
    </time>
  );
}

function BroadcastMark({ message }: { message: SandboxMessage }) {
  return (
    <button type="button" class="link small" onClick={() => goTo({ thread: message.thread_ts ?? '' })}>
      replied to a thread
    </button>
  );
}

function checksum(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) | 0;
  return sum;
}

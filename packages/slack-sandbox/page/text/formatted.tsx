import type { TextObject } from '@slack/types';
import type { ComponentChildren } from 'preact';
import { goTo } from '../state/route.ts';
import { clock, conversations, handleOf, me } from '../state/session.ts';
import { formatDate } from './dates.ts';
import { withEmoji } from './emoji.ts';
import { safeUrl } from './entities.ts';
import { parseMrkdwn } from './mrkdwn.ts';
import type { Inline } from './token.ts';

/** A text object of Block Kit: markup if it is mrkdwn, letter by letter if it is plain text. */
export function Text({ value }: { value: TextObject }) {
  if (value.type === 'mrkdwn') return <Mrkdwn text={value.text} verbatim={value.verbatim} />;
  return <span class="literal">{plainText(value)}</span>;
}

/** The words of a text object where only words can stand, such as a button or a label. */
export function plainText(value: { type: string; text: string; emoji?: boolean }): string {
  return value.type === 'plain_text' && value.emoji === false ? value.text : withEmoji(value.text);
}

/** Slack's mrkdwn, drawn as elements; nothing in it can become HTML. */
export function Mrkdwn({ text, verbatim = false }: { text: string; verbatim?: boolean }) {
  return (
    <>
      {parseMrkdwn(text, { verbatim }).map((part, index) => {
        if (part.kind === 'preformatted') return <pre key={index}>{part.text}</pre>;
        const words = <Inlines nodes={part.children} />;
        if (part.kind === 'quote') return <blockquote key={index}>{words}</blockquote>;
        return (
          <span key={index} class="paragraph">
            {words}
          </span>
        );
      })}
    </>
  );
}

/** A run of text with its styles, mentions, links, dates and emoji. */
export function Inlines({ nodes }: { nodes: Inline[] }) {
  return (
    <>
      {nodes.map((node, index) => (
        <InlineNode key={index} node={node} />
      ))}
    </>
  );
}

function InlineNode({ node }: { node: Inline }) {
  switch (node.kind) {
    case 'text':
      return <>{node.text}</>;
    case 'bold':
      return (
        <strong>
          <Inlines nodes={node.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines nodes={node.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inlines nodes={node.children} />
        </s>
      );
    case 'code':
      return <code>{node.text}</code>;
    case 'link':
      return <SafeLink url={node.url}>{withEmoji(node.label)}</SafeLink>;
    case 'user':
      return <span class="mention">@{handleOf(node.id)}</span>;
    case 'channel':
      return <ChannelLink id={node.id} label={node.label} />;
    case 'broadcast':
      return <span class="mention mention-all">@{node.name.replace(/^@/, '')}</span>;
    case 'group':
      return <span class="mention">{node.label}</span>;
    case 'date':
      return <DateWords node={node} />;
    case 'emoji':
      return <Emoji character={node.character} name={node.name} />;
  }
}

/** One emoji, read out by its name. */
export function Emoji({ character, name }: { character: string; name: string }) {
  return (
    <span class="emoji" role="img" aria-label={name.replaceAll('_', ' ')} title={`:${name}:`}>
      {character}
    </span>
  );
}

/** A link that opens beside the page; an address that is no web address stays text. */
function SafeLink({ url, children }: { url: string; children: ComponentChildren }) {
  const address = openedByMe(safeUrl(url));
  if (!address) return <>{children}</>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** The permalink of a file opens for those it was shared with, so the server is told who opens it. */
function openedByMe(url: string | undefined): string | undefined {
  if (!url?.startsWith(`${location.origin}/files/`)) return url;
  return `${url}?as=${encodeURIComponent(me.value?.id ?? '')}`;
}

function ChannelLink({ id, label }: { id: string; label: string }) {
  const name = label || (conversations.value.get(id)?.name ?? id);
  return (
    <button
      type="button"
      class="mention mention-channel"
      onClick={() => goTo({ channel: id, thread: '', message: '' })}
    >
      #{name}
    </button>
  );
}

function DateWords({ node }: { node: Extract<Inline, { kind: 'date' }> }) {
  const words = formatDate({ ...node, now: clock(), locale: me.value?.locale });
  const moment = Number.isFinite(node.timestamp) ? new Date(node.timestamp * 1000).toISOString() : undefined;
  const time = (
    <time dateTime={moment} title={node.fallback}>
      {words}
    </time>
  );
  return node.link ? <SafeLink url={node.link}>{time}</SafeLink> : time;
}

import type { ComponentChildren } from 'preact';
import type { Conversation, Person, Snapshot } from '../../protocol.ts';
import { focusComposer } from '../composer/focus-composer.ts';
import { Avatar } from '../controls/avatar.tsx';
import { Icon } from '../controls/icons.tsx';
import { actAs } from '../state/act-as.ts';
import { act } from '../state/acts.ts';
import { addressOf, goTo, route } from '../state/route.ts';
import { known, me, otherSide, snapshot } from '../state/session.ts';
import { showToast } from '../state/toasts.ts';
import { unreadCount } from '../state/unread.ts';
import { isDrawerOpen } from './drawer.ts';

/** Channels and direct messages; everybody can be written to, also for the first time. */
export function ConversationLinks() {
  const all = snapshot.value?.conversations ?? [];
  const channels = all.filter(one => one.kind === 'channel').sort((a, b) => a.name.localeCompare(b.name));
  const directs = all.filter(one => one.kind === 'im');
  const directWith = (person: Person) => directs.find(one => otherSide(one)?.id === person.id);
  const others = (snapshot.value?.people ?? [])
    .filter(person => person.id !== me.value?.id)
    .sort((a, b) => Number(b.isBot) - Number(a.isBot) || a.realName.localeCompare(b.realName));
  return (
    <nav class="conversations" aria-label="Conversations">
      <h2>Channels</h2>
      <ul>
        {channels.map(channel => (
          <ConversationLink key={channel.id} conversation={channel}>
            {channel.isPrivate && <Icon name="lock" size={15} />}
            <span class="link-name">
              <span class="quiet">#</span>
              {channel.name}
            </span>
          </ConversationLink>
        ))}
        {(snapshot.value?.otherChannels ?? []).map(channel => (
          <OtherChannel key={channel.id} {...channel} />
        ))}
      </ul>
      <h2>Direct messages</h2>
      <ul>
        {others.map(person => (
          <ConversationLink key={person.id} conversation={directWith(person)} person={person}>
            <Avatar userId={person.id} size={22} />
            <span class="link-name">{person.realName}</span>
            <span class="quiet link-title" aria-hidden="true">
              {person.title}
            </span>
          </ConversationLink>
        ))}
      </ul>
    </nav>
  );
}

/** A channel that others read: one click to become one of them, so that it can be found. */
function OtherChannel({ id, name, member }: Snapshot['otherChannels'][number]) {
  return (
    <li>
      <button
        type="button"
        class="conversation-link is-other"
        title={`#${name} is for its members. Act as ${member.realName}`}
        onClick={() => actAs(member.id, id)}
      >
        <span class="link-name">#{name}</span>{' '}
        <span class="link-title">as {member.realName.split(' ')[0]}</span>
      </button>
    </li>
  );
}

type LinkProps = {
  conversation: Conversation | undefined;
  person?: Person;
  children: ComponentChildren;
};

function ConversationLink({ conversation, person, children }: LinkProps) {
  const unread = conversation ? unreadCount(conversation) : 0;
  const isOpen = conversation !== undefined && conversation.id === route.value.channel;
  const here = { ...route.value, thread: '', message: '' };
  return (
    <li>
      <a
        href={conversation ? addressOf({ ...here, channel: conversation.id }) : '#'}
        class={`conversation-link ${unread > 0 ? 'is-unread' : ''}`}
        aria-current={isOpen ? 'page' : undefined}
        aria-description={unread > 0 ? `${unread} unread` : undefined}
        onClick={event => {
          if (event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          void openConversation(conversation, person);
        }}
      >
        {children}
        {unread > 0 && (
          <span class="unread" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </a>
    </li>
  );
}

async function openConversation(
  conversation: Conversation | undefined,
  person: Person | undefined,
): Promise<void> {
  // Every visit to the app's DM is sent to the app; one to a person's is nobody's business.
  if (conversation && !person?.isBot) return show(conversation.id);
  if (!person) return;
  const result = await act({ type: 'open_dm', with: person.id });
  if (!result.ok) return showToast({ text: result.message, tone: 'trouble' });
  if (result.channel === undefined) return;
  await known(result.channel);
  show(result.channel);
}

function show(channel: string): void {
  goTo({ channel, thread: '', message: '' });
  // Also for the conversation that is open already, of which the route does not change.
  isDrawerOpen.value = false;
  focusComposer('conversation');
}

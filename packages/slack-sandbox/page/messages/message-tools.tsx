import { useState } from 'preact/hooks';
import type { SandboxMessage } from '../../protocol.ts';
import { EmojiPicker } from '../composer/emoji-picker.tsx';
import { Icon, IconButton } from '../controls/icons.tsx';
import { Menu, type MenuItem } from '../controls/menu.tsx';
import { act } from '../state/acts.ts';
import { askFirst } from '../state/confirmation.ts';
import { addressOf, goTo } from '../state/route.ts';
import { me, snapshot } from '../state/session.ts';
import { showToast } from '../state/toasts.ts';
import { editedTs } from './editing.ts';

/** What can be done with a message: react, reply, the app's shortcuts, copy its link, edit or delete one's own. */
export function MessageTools({ message, isInThread }: { message: SandboxMessage; isInThread: boolean }) {
  const [isOpen, setOpen] = useState(false);
  if (message.ephemeral_for || editedTs.value === message.ts) return null;
  const root = message.thread_ts ?? message.ts;
  return (
    <fieldset class={`message-tools ${isOpen ? 'is-open' : ''}`} aria-label="Message actions">
      <EmojiPicker
        label="Add reaction"
        onToggle={setOpen}
        onPick={name => void attempt(act({ type: 'react', channel: message.channel, ts: message.ts, name }))}
      />
      {!isInThread && (
        <IconButton
          icon="reply"
          label="Reply in thread"
          onClick={() => goTo({ thread: root, message: '' })}
        />
      )}
      <Menu label="More actions" items={itemsFor(message)} onToggle={setOpen}>
        <Icon name="dots" />
      </Menu>
    </fieldset>
  );
}

function itemsFor(message: SandboxMessage): MenuItem[] {
  const { channel, ts } = message;
  const shortcuts = (snapshot.value?.messageShortcuts ?? []).map(shortcut => ({
    label: shortcut.name,
    choose: () => attempt(act({ type: 'message_shortcut', callbackId: shortcut.callbackId, channel, ts })),
  }));
  const items: MenuItem[] = [{ label: 'Copy link', choose: () => void copyLink(message) }];
  if (shortcuts.length > 0) items.unshift(...shortcuts, 'line');
  if (message.user !== me.value?.id || message.subtype === 'tombstone') return items;
  return [
    ...items,
    'line',
    {
      label: 'Edit message',
      choose: () => {
        editedTs.value = ts;
      },
    },
    { label: 'Delete message…', isDanger: true, choose: () => void deleteMessage(message) },
  ];
}

async function deleteMessage({ channel, ts }: SandboxMessage): Promise<void> {
  const isConfirmed = await askFirst({
    title: { type: 'plain_text', text: 'Delete message' },
    text: { type: 'plain_text', text: 'Delete this message? This cannot be undone.' },
    confirm: { type: 'plain_text', text: 'Delete' },
    deny: { type: 'plain_text', text: 'Cancel' },
    style: 'danger',
  });
  if (isConfirmed) await attempt(act({ type: 'delete', channel, ts }));
}

async function attempt(done: ReturnType<typeof act>): Promise<void> {
  const result = await done;
  if (!result.ok) showToast({ text: result.message, tone: 'trouble' });
}

async function copyLink({ channel, ts, thread_ts: thread = '' }: SandboxMessage): Promise<void> {
  const link =
    window.location.origin + addressOf({ channel, message: ts, thread: thread === ts ? '' : thread });
  try {
    await navigator.clipboard.writeText(link);
    showToast({ text: 'Link copied', tone: 'good' });
  } catch {
    showToast({ text: `Copy this link: ${link}`, tone: 'good' });
  }
}

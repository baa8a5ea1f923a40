import { useId, useState } from 'preact/hooks';
import type { Conversation } from '../../protocol.ts';
import { Icon } from '../controls/icons.tsx';
import { useNotice } from '../controls/use-notice.ts';
import { useGrowing } from '../elements/use-growing.ts';
import { attachFiles, attachmentsOf, removeAttachments } from '../state/attachments.ts';
import { draftKeyOf, draftOf, setDraft } from '../state/drafts.ts';
import { snapshot, titleOf } from '../state/session.ts';
import { AttachmentList } from './attachment-list.tsx';
import { ClipButton } from './clip-button.tsx';
import { commandIn } from './completion.ts';
import { CompletionList } from './completion-list.tsx';
import { EmojiPicker } from './emoji-picker.tsx';
import { send } from './send.ts';
import { ShortcutMenu } from './shortcut-menu.tsx';
import { useCompletion } from './use-completion.ts';

/** Where a person types. Text leaves the field only when it has arrived. */
export function Composer({ conversation, threadTs }: { conversation: Conversation; threadTs?: string }) {
  const draftKey = draftKeyOf({ channel: conversation.id, threadTs });
  const text = draftOf(draftKey);
  const setText = (next: string) => setDraft(draftKey, next);
  const [isSending, setSending] = useState(false);
  const [notice, setNotice] = useNotice();
  const [alsoToChannel, setAlsoToChannel] = useState(false);
  const area = useGrowing(text);
  const listId = useId();
  const completion = useCompletion({ area, text, setText });
  const attachments = attachmentsOf(draftKey);
  const isUploading = attachments.some(one => one.state === 'uploading');
  const fileIds = attachments.flatMap(one => (one.file ? [one.file.id] : []));
  const canSend = !isSending && !isUploading && (text.trim() !== '' || fileIds.length > 0);
  const name = threadTs ? 'Reply in thread' : `Message ${titleOf(conversation)}`;
  const hint = threadTs ? undefined : commandIn(text, snapshot.value?.commands ?? []);

  const submit = async () => {
    if (!canSend) return;
    setSending(true);
    setNotice('');
    const result = await send({ conversation, text, fileIds, threadTs, alsoToChannel });
    setSending(false);
    if (!result.ok) {
      setNotice(result.message);
      return;
    }
    if (draftOf(draftKey) === text) setText('');
    removeAttachments(draftKey, one => fileIds.includes(one.file?.id ?? ''));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || completion.takeKey(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void submit();
  };
  const insert = (words: string) => {
    const at = area.current?.selectionStart ?? text.length;
    setText(text.slice(0, at) + words + text.slice(at));
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at + words.length, at + words.length);
    });
  };

  return (
    <form
      class="composer"
      onSubmit={event => {
        event.preventDefault();
        void submit();
      }}
    >
      {notice && (
        <p class="notice" role="alert">
          <Icon name="warning" size={16} /> {notice}
        </p>
      )}
      {completion.suggestions.length > 0 && (
        <CompletionList
          id={listId}
          suggestions={completion.suggestions}
          active={completion.active}
          choose={completion.choose}
        />
      )}
      {hint && (
        <p class="usage" role="status">
          <code>
            {hint.command} {hint.usageHint}
          </code>{' '}
          {hint.description}
        </p>
      )}
      <div class={`composer-box ${isSending ? 'is-sending' : ''}`}>
        <textarea
          ref={area}
          rows={1}
          aria-label={name}
          placeholder={name}
          aria-autocomplete="list"
          aria-controls={completion.suggestions.length > 0 ? listId : undefined}
          aria-activedescendant={
            completion.suggestions.length > 0 ? `${listId}-${completion.active}` : undefined
          }
          value={text}
          readOnly={isSending}
          onInput={event => {
            setText(event.currentTarget.value);
            setNotice('');
            completion.follow();
          }}
          onClick={completion.follow}
          onKeyUp={event => event.key.startsWith('Arrow') && !event.key.endsWith('n') && completion.follow()}
          onKeyDown={onKeyDown}
          onPaste={event => {
            const files = event.clipboardData?.files;
            if (files && files.length > 0) void attachFiles(draftKey, files);
          }}
        />
        <AttachmentList draftKey={draftKey} />
        <div class="composer-tools">
          <ClipButton onFiles={files => void attachFiles(draftKey, files)} />
          <EmojiPicker onPick={emoji => insert(`:${emoji}: `)} />
          {!threadTs && <ShortcutMenu />}
          {threadTs && (
            <label class="also-to-channel">
              <input
                type="checkbox"
                checked={alsoToChannel}
                onChange={event => setAlsoToChannel(event.currentTarget.checked)}
              />
              Also send to {titleOf(conversation)}
            </label>
          )}
          <button
            type="submit"
            class={`send ${isSending ? 'is-waiting' : ''}`}
            aria-label="Send now"
            title="Send now (Enter)"
            aria-disabled={!canSend || undefined}
          >
            <Icon name="send" />
          </button>
        </div>
      </div>
    </form>
  );
}

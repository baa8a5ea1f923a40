import { useEffect, useState } from 'preact/hooks';
import type { SandboxMessage } from '../../protocol.ts';
import { useGrowing } from '../elements/use-growing.ts';
import { act } from '../state/acts.ts';
import { people } from '../state/session.ts';
import { decodeTyped } from '../text/typed.ts';
import { editedTs } from './editing.ts';

/** A message turned back into what its author typed. */
export function EditMessage({ message }: { message: SandboxMessage }) {
  const [text, setText] = useState(() => decodeTyped(message.text, people.value));
  const [trouble, setTrouble] = useState('');
  const area = useGrowing(text);
  useEffect(() => area.current?.focus(), []);
  const stop = () => {
    editedTs.value = '';
  };
  const save = async () => {
    if (!text.trim()) return;
    const result = await act({ type: 'edit', channel: message.channel, ts: message.ts, text });
    if (result.ok) stop();
    else setTrouble(result.message);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      stop();
    }
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void save();
  };
  return (
    <div class="edit-message">
      <textarea
        ref={area}
        aria-label="Edit message"
        value={text}
        rows={1}
        onInput={event => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {trouble && (
        <p class="field-error" role="alert">
          {trouble}
        </p>
      )}
      <div class="edit-message-foot">
        <button type="button" class="button small" onClick={stop}>
          Cancel
        </button>
        <button type="button" class="button primary small" onClick={() => void save()}>
          Save
        </button>
      </div>
    </div>
  );
}

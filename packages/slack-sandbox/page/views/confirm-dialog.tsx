import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Confirmation, confirmation } from '../state/confirmation.ts';
import { plainText, Text } from '../text/formatted.tsx';

/** The question before a risky act. */
export function ConfirmDialog() {
  const asked = confirmation.value;
  return asked ? <Ask asked={asked} /> : null;
}

function Ask({ asked }: { asked: Confirmation }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { title, text, confirm, deny, style } = asked.dialog;
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="modal confirm"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-text"
      onCancel={event => {
        event.preventDefault();
        asked.answer(false);
      }}
    >
      <header class="modal-head">
        <h2 id="confirm-title">{title ? plainText(title) : 'Are you sure?'}</h2>
      </header>
      <div class="modal-body text" id="confirm-text">
        {text && <Text value={text} />}
      </div>
      <footer class="modal-foot">
        <button type="button" class="button" onClick={() => asked.answer(false)}>
          {deny ? plainText(deny) : 'Cancel'}
        </button>
        <button type="button" class={`button ${style ?? 'primary'}`} onClick={() => asked.answer(true)}>
          {confirm ? plainText(confirm) : 'Yes'}
        </button>
      </footer>
    </dialog>
  );
}

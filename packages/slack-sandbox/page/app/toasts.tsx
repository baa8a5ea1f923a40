import { Icon, IconButton } from '../controls/icons.tsx';
import { dismissToast, toasts } from '../state/toasts.ts';

/** Short lines that come and go: what failed, what was done. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map(toast => (
        <p key={toast.id} class={`toast ${toast.tone}`} role={toast.tone === 'trouble' ? 'alert' : undefined}>
          <Icon name={toast.tone === 'trouble' ? 'warning' : 'tick'} />
          <span>{toast.text}</span>
          <IconButton icon="close" label="Dismiss" onClick={() => dismissToast(toast.id)} />
        </p>
      ))}
    </div>
  );
}

import { appReachable, connection } from '../state/session.ts';

/** A line at the top while the page is not live or the app does not answer. */
export function ConnectionBar() {
  const words = wordsFor();
  return (
    <div class="connection-bar" role="status">
      {words && <p class={connection.value === 'lost' ? 'is-lost' : ''}>{words}</p>}
    </div>
  );
}

function wordsFor(): string {
  if (connection.value === 'lost') return 'Reconnecting to the sandbox…';
  if (!appReachable.value) return 'The app is not running: commands and buttons fail until it is back.';
  return '';
}

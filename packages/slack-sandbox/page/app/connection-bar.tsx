import { appReachable, connection } from '../state/session.ts';

/** Says so when the page is not live, or the app behind the sandbox does not answer. */
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
  if (!appReachable.value) return 'The app is not running: commands and buttons will fail until it is back.';
  return '';
}

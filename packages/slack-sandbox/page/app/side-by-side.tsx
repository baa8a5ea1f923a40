import { Icon } from '../controls/icons.tsx';
import { addressOf, goTo, route } from '../state/route.ts';

/** Two people at once: each half is the whole page for one of them. */
export function SideBySide() {
  const { as, channel, beside } = route.value;
  return (
    <div class="side-by-side">
      <header>
        <h1>Two people, side by side</h1>
        <button type="button" class="button quiet-button" onClick={() => goTo({ beside: '' })}>
          <Icon name="close" /> Back to one person
        </button>
      </header>
      <main class="halves">
        <iframe title="Left person" src={addressOf({ as, channel, isPane: true })} />
        <iframe title="Right person" src={addressOf({ as: beside, isPane: true })} />
      </main>
    </div>
  );
}

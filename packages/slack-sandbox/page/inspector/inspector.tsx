import { useState } from 'preact/hooks';
import type { TrafficEntry } from '../../protocol.ts';
import { IconButton } from '../controls/icons.tsx';
import { traffic } from '../state/session.ts';
import { isTroubled } from '../state/trouble.ts';
import { isInspectorOpen } from './inspector-state.ts';
import { TrafficRow } from './traffic-row.tsx';
import { TroublePanel } from './trouble-panel.tsx';

const FILTERS = {
  all: { label: 'All', shows: () => true },
  to_app: { label: 'To the app', shows: (entry: TrafficEntry) => entry.direction === 'to_app' },
  from_app: { label: 'From the app', shows: (entry: TrafficEntry) => entry.direction === 'from_app' },
  trouble: { label: 'Refused or failed', shows: (entry: TrafficEntry) => entry.status !== 'ok' },
} as const;

type Filter = keyof typeof FILTERS;
const NAMES: Filter[] = ['all', 'to_app', 'from_app', 'trouble'];

/** Every request and answer between Slack and the app, newest first. */
export function Inspector() {
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  const [isTroubleShown, setTroubleShown] = useState(false);
  if (!isInspectorOpen.value) return null;
  const entries = traffic.value.filter(
    entry => FILTERS[filter].shows(entry) && entry.what.toLowerCase().includes(words.toLowerCase()),
  );
  return (
    <section class="inspector" aria-label="Inspector">
      <header class="pane-head">
        <h2>Inspector</h2>
        <fieldset class="segments" aria-label="Show">
          {NAMES.map(name => (
            <button key={name} type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>
              {FILTERS[name].label}
            </button>
          ))}
        </fieldset>
        <input
          type="search"
          class="inspector-search"
          aria-label="Filter by name"
          placeholder="Filter"
          value={words}
          onInput={event => setWords(event.currentTarget.value)}
        />
        <button
          type="button"
          class={`button quiet-button ${isTroubled.value ? 'danger-text' : ''}`}
          aria-pressed={isTroubleShown}
          onClick={() => setTroubleShown(!isTroubleShown)}
        >
          {isTroubled.value ? 'Trouble is on' : 'Make trouble'}
        </button>
        <button
          type="button"
          class="button quiet-button"
          onClick={() => {
            traffic.value = [];
          }}
        >
          Clear
        </button>
        <IconButton
          icon="close"
          label="Close inspector"
          onClick={() => {
            isInspectorOpen.value = false;
          }}
        />
      </header>
      {isTroubleShown && <TroublePanel />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, so the keyboard must reach it */}
      <section class="traffic" aria-label="Requests" tabIndex={0}>
        {entries.length === 0 && (
          <p class="empty">No requests yet. Type a command or press a button to see what the app receives.</p>
        )}
        {entries.map(entry => (
          <TrafficRow key={entry.id} entry={entry} />
        ))}
      </section>
    </section>
  );
}

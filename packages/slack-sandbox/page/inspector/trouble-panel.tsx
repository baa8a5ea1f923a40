import { useEffect } from 'preact/hooks';
import type { MethodTrouble, Trouble } from '../../protocol.ts';
import { endTrouble, fetchTrouble, isTroubled, switchTrouble, trouble } from '../state/trouble.ts';
import { MethodTroubles } from './method-troubles.tsx';

type Switch = { [Key in keyof Trouble]: Trouble[Key] extends boolean ? Key : never }[keyof Trouble];

const SWITCHES: { name: Switch; label: string; hint: string }[] = [
  { name: 'appDown', label: 'App down', hint: 'Nothing reaches the app' },
  { name: 'acksLost', label: 'Lost answers', hint: 'The app gets everything, but its answers never arrive' },
  { name: 'duplicateEvents', label: 'Duplicate events', hint: 'Each event is delivered twice' },
  { name: 'reorderEvents', label: 'Events out of order', hint: 'Each event waits for the next one' },
  { name: 'dropEvents', label: 'Lost events', hint: 'Events never arrive and are not retried' },
  {
    name: 'withoutPreviews',
    label: 'No link previews',
    hint: 'Links get no preview, and the app hears of none',
  },
  { name: 'strictThreads', label: 'Strict threads', hint: 'A post into a thread that is gone is refused' },
  { name: 'slowFiles', label: 'Slow files', hint: 'What the app uploads is ready seconds later' },
  { name: 'unsizedFiles', label: 'Files without size', hint: 'Nothing says how large a picture is' },
  { name: 'lockedFiles', label: 'Locked files', hint: 'The app gets a login page in place of every file' },
];

const DELAYS = [0, 500, 1500, 2500, 4000, 10_000];

/** Switches for what can be made to go wrong, to see how the app copes. */
export function TroublePanel() {
  useEffect(() => {
    void fetchTrouble();
  }, []);
  const current = trouble.value;
  if (!current) return <p class="empty trouble-panel">The switches could not be loaded.</p>;
  return (
    <section class="trouble-panel" aria-label="Trouble">
      {SWITCHES.map(({ name, label, hint }) => (
        <label key={name} class="switch" title={hint}>
          <input
            type="checkbox"
            checked={current[name]}
            onChange={event => void switchTrouble({ [name]: event.currentTarget.checked })}
          />
          {label}
        </label>
      ))}
      <label class="switch">
        App delay
        <span class="select">
          <select
            value={String(current.appDelayMs)}
            onChange={event => void switchTrouble({ appDelayMs: Number(event.currentTarget.value) })}
          >
            {[...new Set([...DELAYS, current.appDelayMs])].map(delay => (
              <option key={delay} value={String(delay)}>
                {delay === 0 ? 'none' : `${delay / 1000} s`}
              </option>
            ))}
          </select>
        </span>
      </label>
      <MethodTroubles methods={current.methods} change={changeMethods} />
      <button
        type="button"
        class="button small"
        aria-disabled={!isTroubled.value || undefined}
        onClick={() => void endTrouble()}
      >
        Turn all off
      </button>
    </section>
  );
}

function changeMethods(methods: Record<string, MethodTrouble>): void {
  void switchTrouble({ methods });
}

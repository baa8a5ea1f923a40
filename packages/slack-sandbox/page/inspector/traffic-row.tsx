import { useState } from 'preact/hooks';
import type { SlackJson, TrafficEntry } from '../../protocol.ts';
import { nameOf } from '../state/session.ts';

const DIRECTIONS = { to_app: 'Slack → app', from_app: 'app → Slack' } as const;
const STATUSES = { ok: 'ok', refused: 'refused', failed: 'failed' } as const;

/** One request with its answer; opened, it shows both as JSON. */
export function TrafficRow({ entry }: { entry: TrafficEntry }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      class={`traffic-row ${entry.status === 'ok' ? '' : 'is-trouble'}`}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>
        <time class="quiet">{timeOf(entry.at)}</time>
        <span class={`direction ${entry.direction}`}>{DIRECTIONS[entry.direction]}</span>
        <strong class="what">{entry.what}</strong>
        <span class="reason">{entry.reason}</span>
        {entry.notified && <span class="quiet">notified {entry.notified.map(nameOf).join(', ')}</span>}
        <span class={`status status-${entry.status}`}>{STATUSES[entry.status]}</span>
        <span class="quiet duration">{Math.round(entry.durationMs)} ms</span>
      </summary>
      {isOpen && (
        <div class="traffic-json">
          <Json label="Request" value={entry.request} />
          <Json label="Response" value={entry.response} />
        </div>
      )}
    </details>
  );
}

function Json({ label, value }: { label: string; value: SlackJson }) {
  return (
    <figure>
      <figcaption>{label}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long answers scroll, so the keyboard must reach them */}
      <section class="json" tabIndex={0} aria-label={label}>
        <pre>{JSON.stringify(value, null, 2)}</pre>
      </section>
    </figure>
  );
}

function timeOf(at: string): string {
  const date = new Date(at);
  return `${date.toLocaleTimeString('en-GB')}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

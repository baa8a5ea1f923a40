import { computed, effect } from '@preact/signals';
import type { StreamEvent } from '../../protocol.ts';
import { applyEvent, keepEphemerals } from './apply-event.ts';
import { goTo, route } from './route.ts';
import { fetchSnapshot, fetchTraffic } from './server.ts';
import { appReachable, connection, setClock, snapshot, traffic } from './session.ts';
import { writeStored } from './stored.ts';
import { trouble } from './trouble.ts';

const TRAFFIC_KEPT = 400;
const RETRY_FIRST_MS = 400;
const RETRY_LONGEST_MS = 4000;

/** Keeps the page live for whoever it acts as; a lost stream is reopened and the state fetched anew. */
export function stayConnected(): void {
  // A split page only frames two others, which are live themselves.
  const who = computed(() => (route.value.beside ? undefined : route.value.as));
  effect(() => (who.value === undefined ? undefined : connect(who.value)));
}

function connect(as: string): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isStopped = false;
  // Events that arrive while the state is being fetched are newer than that state: they wait for it.
  let waiting: StreamEvent[] | undefined = [];

  const lose = () => {
    source?.close();
    if (isStopped) return;
    connection.value = 'lost';
    clearTimeout(timer);
    timer = setTimeout(open, Math.min(RETRY_FIRST_MS * 2 ** failures, RETRY_LONGEST_MS));
    failures += 1;
  };

  const refetch = async () => {
    waiting = [];
    try {
      const [fresh, entries] = await Promise.all([fetchSnapshot(as), fetchTraffic()]);
      if (isStopped) return;
      setClock(fresh.now);
      appReachable.value = fresh.appReachable;
      traffic.value = entries.toReversed();
      const events = waiting ?? [];
      snapshot.value = events.reduce(applyEvent, keepEphemerals(snapshot.peek(), fresh));
      waiting = undefined;
      failures = 0;
      connection.value = 'live';
      writeStored('local', 'person', fresh.me.id);
      if (fresh.me.id !== as) goTo({ as: fresh.me.id }, { replace: true });
    } catch {
      lose();
    }
  };

  const open = () => {
    source = new EventSource(`/sandbox/stream?as=${encodeURIComponent(as)}`);
    source.onopen = refetch;
    source.onerror = lose;
    source.onmessage = event => {
      const received: StreamEvent = JSON.parse(event.data);
      if (waiting) waiting.push(received);
      receive(received, !waiting);
    };
  };

  // Without a name the stream cannot be opened: ask first who I am.
  if (as) open();
  else void refetch();

  return () => {
    isStopped = true;
    clearTimeout(timer);
    source?.close();
  };
}

function receive(event: StreamEvent, isCurrent: boolean): void {
  if (event.type === 'traffic') {
    const others = traffic.peek().filter(entry => entry.id !== event.entry.id);
    traffic.value = [event.entry, ...others].slice(0, TRAFFIC_KEPT);
    return;
  }
  if (event.type === 'trouble') {
    trouble.value = event.trouble;
    return;
  }
  if (event.type === 'app') {
    appReachable.value = event.reachable;
    return;
  }
  const current = snapshot.peek();
  if (isCurrent && current) snapshot.value = applyEvent(current, event);
}

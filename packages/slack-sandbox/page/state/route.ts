import { signal } from '@preact/signals';
import { readStored } from './stored.ts';

/** What this page shows; all of it is in the address, so that it can be shared, reloaded and opened twice. */
export type Route = {
  /** Whom I act as. Empty until the server says who that is by default. */
  as: string;
  channel: string;
  /** Root `ts` of the thread shown beside the messages. */
  thread: string;
  /** Message to scroll to, as a copied link names it. */
  message: string;
  /** Second person: the page is split in two. */
  beside: string;
  /** One half of a split page. */
  isPane: boolean;
};

export const route = signal<Route>({
  as: '',
  channel: '',
  thread: '',
  message: '',
  beside: '',
  isPane: false,
});

/** Reads the address now and whenever the person goes back or forward. */
export function followHistory(): void {
  const here = readRoute(window.location);
  // A copied link names nobody: whoever opens it stays who they were.
  route.value = { ...here, as: here.as || readStored('local', 'person') };
  window.addEventListener('popstate', () => {
    route.value = readRoute(window.location);
  });
}

/** Changes the route; `replace` leaves no step in the history. */
export function goTo(change: Partial<Route>, how: { replace?: boolean } = {}): void {
  const next = { ...route.value, ...change };
  if (JSON.stringify(next) === JSON.stringify(route.value)) return;
  const address = addressOf(next);
  if (how.replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  route.value = next;
}

/** The address of a route, relative to the page. */
export function addressOf(wanted: Partial<Route>): string {
  const query = new URLSearchParams();
  if (wanted.as) query.set('as', wanted.as);
  if (wanted.channel) query.set('in', wanted.channel);
  if (wanted.thread) query.set('thread', wanted.thread);
  if (wanted.message) query.set('message', wanted.message);
  if (wanted.beside) query.set('beside', wanted.beside);
  if (wanted.isPane) query.set('pane', '1');
  return `/?${query}`;
}

function readRoute(location: Location): Route {
  const query = new URLSearchParams(location.search);
  return {
    as: query.get('as') ?? '',
    channel: query.get('in') ?? query.get('channel') ?? '',
    thread: query.get('thread') ?? query.get('thread_ts') ?? '',
    message: query.get('message') ?? query.get('ts') ?? '',
    beside: query.get('beside') ?? '',
    isPane: query.get('pane') === '1',
  };
}

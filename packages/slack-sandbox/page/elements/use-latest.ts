import { useRef } from 'preact/hooks';

/** Sends values one after the other; of those that come while one is being sent, only the last follows. */
export function useLatest<Value>(send: (value: Value) => Promise<unknown>): (value: Value) => void {
  const queue = useRef<{ isSending: boolean; next: Value[] }>({ isSending: false, next: [] });
  return value => {
    const { current } = queue;
    current.next = [value];
    if (!current.isSending) void work(current);
  };

  async function work(current: { isSending: boolean; next: Value[] }): Promise<void> {
    current.isSending = true;
    for (let value = current.next.pop(); value !== undefined; value = current.next.pop()) await send(value);
    current.isSending = false;
  }
}

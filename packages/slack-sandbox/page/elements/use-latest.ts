import { useRef } from 'preact/hooks';

/** Tells values one after the other; of those that come while one is being told, the last alone follows. */
export function useLatest<Value>(tell: (value: Value) => Promise<unknown>): (value: Value) => void {
  const queue = useRef<{ isTelling: boolean; next: Value[] }>({ isTelling: false, next: [] });
  return value => {
    const { current } = queue;
    current.next = [value];
    if (!current.isTelling) void work(current);
  };

  async function work(current: { isTelling: boolean; next: Value[] }): Promise<void> {
    current.isTelling = true;
    for (let value = current.next.pop(); value !== undefined; value = current.next.pop()) await tell(value);
    current.isTelling = false;
  }
}

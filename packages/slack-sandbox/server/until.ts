import type { ChangeFeed } from './changes.ts';

/**
 * Resolves with what `look` finds, as soon as a change in the workspace lets it find something; rejects after
 * `timeoutMs` with what was looked for.
 */
export function until<T>(input: {
  changes: ChangeFeed;
  look: () => T | undefined | null | false;
  timeoutMs: number;
}): Promise<T> {
  const { changes, look, timeoutMs } = input;
  const found = look();
  if (isFound(found)) return Promise.resolve(found);
  return new Promise((resolve, reject) => {
    const stop = changes.subscribe(() => {
      const seen = look();
      if (!isFound(seen)) return;
      finish();
      resolve(seen);
    });
    const timer = setTimeout(() => {
      finish();
      reject(new Error(`Nothing came of it within ${timeoutMs} ms: ${look}`));
    }, timeoutMs);
    const finish = () => {
      clearTimeout(timer);
      stop();
    };
  });
}

function isFound<T>(value: T | undefined | null | false): value is T {
  return value !== undefined && value !== null && value !== false;
}

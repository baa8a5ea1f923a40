/** A value kept in the browser; a browser that forbids storage keeps nothing. */
export function readStored(storage: 'session' | 'local', key: string): string {
  try {
    return storageOf(storage).getItem(`slack-sandbox:${key}`) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a value in the browser; an empty one is removed. */
export function writeStored(storage: 'session' | 'local', key: string, value: string): void {
  try {
    if (value) storageOf(storage).setItem(`slack-sandbox:${key}`, value);
    else storageOf(storage).removeItem(`slack-sandbox:${key}`);
  } catch {
    // Full or forbidden storage: the page works without it.
  }
}

function storageOf(storage: 'session' | 'local'): Storage {
  return storage === 'session' ? window.sessionStorage : window.localStorage;
}

import { vi } from 'vitest';

/**
 * What `check` returns once it no longer throws. How long that takes is the machine's affair: only what never comes
 * about fails. A program that creates a database first may take more than the usual 25 `seconds`.
 */
export function eventually<T>(check: () => T | Promise<T>, { seconds = 25 } = {}): Promise<T> {
  return vi.waitFor(check, { timeout: seconds * 1000, interval: 25 });
}

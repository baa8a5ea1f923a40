import { vi } from 'vitest';

/**
 * What `check` returns once it no longer throws. How long that takes is the machine's affair: only what never comes
 * about fails, after two minutes.
 */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 120_000, interval: 25 });
}

/** How long to wait before try number `attempt` (from 1): doubling from half a second, at most 30 seconds. */
export function backOffMs(attempt: number): number {
  return Math.min(500 * 2 ** (attempt - 1), 30_000);
}

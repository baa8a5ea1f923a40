/** Lets callers wait for the next report of progress. */
export function createProgress() {
  const waiting: (() => void)[] = [];
  return {
    report(): void {
      for (const wake of waiting.splice(0)) wake();
    },
    next: () => new Promise<void>(resolve => waiting.push(resolve)),
  };
}

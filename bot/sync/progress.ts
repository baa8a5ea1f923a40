/** Lets callers wait for the next step of progress. */
export function createProgress() {
  const waiting: (() => void)[] = [];
  return {
    made(): void {
      for (const wake of waiting.splice(0)) wake();
    },
    next: () => new Promise<void>(resolve => waiting.push(resolve)),
  };
}

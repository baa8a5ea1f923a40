/** Lets somebody wait until something was done. */
export function createProgress() {
  const waiting: (() => void)[] = [];
  return {
    report(): void {
      for (const wake of waiting.splice(0)) wake();
    },
    next: () => new Promise<void>(resolve => waiting.push(resolve)),
  };
}

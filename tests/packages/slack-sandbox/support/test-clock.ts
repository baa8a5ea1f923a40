/** A clock that stands still until a test moves it. */
export function createTestClock(start = new Date('2026-11-22T09:00:00.000Z')) {
  let now = start.getTime();
  return {
    read: () => new Date(now),
    advance(ms: number) {
      now += ms;
    },
  };
}

/** Time that begins where it is asked to and hardly goes on by itself; a step ahead is taken at once. */
export type StagedTime = { pass: (minutes: number) => void };

const slowness = 60;

/** Makes it that moment for the whole process, so that every part agrees on it. */
export function stageTime(beginning: string): StagedTime {
  const RealDate = Date;
  const startedAt = RealDate.now();
  let staged = RealDate.parse(beginning);
  class StagedDate extends RealDate {
    constructor(...given: [] | [number | string | Date]) {
      if (given.length === 0) super(StagedDate.now());
      else super(given[0]);
    }

    static override now(): number {
      return Math.round(staged + (RealDate.now() - startedAt) / slowness);
    }
  }
  // Nothing here calls Date as a function, which a class cannot be.
  globalThis.Date = StagedDate as DateConstructor;
  return {
    pass: minutes => {
      staged += minutes * 60_000;
    },
  };
}

type LaneJob<Result> = {
  /** The lanes whose earlier jobs must have ended. */
  after: string[];
  /** The lanes whose later jobs wait for this one. */
  before: string[];
  /** `letPass` frees the later jobs before this one ends. */
  run: (letPass: () => void) => Promise<Result>;
};

export type Lanes = ReturnType<typeof createLanes>;

/** Lets jobs wait only for those they must not overtake: a job stands in lanes, and each lane keeps its order. */
export function createLanes() {
  const tails = new Map<string, Promise<void>>();

  /** Runs the job when it may; the order of calls is the order in a lane. */
  return <Result>({ after, before, run }: LaneJob<Result>): Promise<Result> => {
    let letPass = () => {};
    const passed = new Promise<void>(resolve => {
      letPass = resolve;
    });
    const done = Promise.all(after.map(lane => tails.get(lane))).then(() => run(letPass));
    done.then(letPass, letPass);
    for (const lane of before) {
      const tail = Promise.all([tails.get(lane), passed]).then(() => {
        if (tails.get(lane) === tail) tails.delete(lane);
      });
      tails.set(lane, tail);
    }
    return done;
  };
}

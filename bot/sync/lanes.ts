type LaneJob<Result> = {
  /** The lanes whose earlier jobs must have ended. */
  after: string[];
  /** The lanes whose later jobs wait for this one. */
  before: string[];
  /** `letPass` frees the later jobs before this one ends. */
  run: (letPass: () => void) => Promise<Result>;
};

/** Where a job stands in a lane: those behind it go once it and all before it have let them pass. */
type Place = { lane: string; waitsFor: number; behind: (() => void)[] };

export type Lanes = ReturnType<typeof createLanes>;

/**
 * Lets jobs wait only for those they must not overtake: a job stands in lanes, and each lane keeps its order. Thousands may
 * wait, so they call each other: with promises a job takes 4 kB.
 */
export function createLanes() {
  const last = new Map<string, Place>();

  const pass = (place: Place) => {
    place.waitsFor -= 1;
    if (place.waitsFor > 0) return;
    if (last.get(place.lane) === place) last.delete(place.lane);
    for (const go of place.behind) go();
  };
  const enter = (lane: string): Place => {
    const earlier = last.get(lane);
    const place = { lane, waitsFor: earlier === undefined ? 1 : 2, behind: [] };
    earlier?.behind.push(() => pass(place));
    last.set(lane, place);
    return place;
  };

  /** Runs the job when it may; the order of calls is the order in a lane. */
  return async <Result>({ after, before, run }: LaneJob<Result>): Promise<Result> => {
    const ahead = after.flatMap(lane => last.get(lane) ?? []);
    const places = before.map(enter);
    const letPass = () => {
      for (const place of places.splice(0)) pass(place);
    };
    await allPassed(ahead);
    return run(letPass).finally(letPass);
  };
}

async function allPassed(places: readonly Place[]): Promise<void> {
  let left = places.length;
  if (left === 0) return;
  await new Promise<void>(resolve => {
    const go = () => {
      left -= 1;
      if (left === 0) resolve();
    };
    for (const place of places) place.behind.push(go);
  });
}

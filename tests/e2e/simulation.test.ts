import { describe, expect, test } from 'vitest';
import { runWorld } from './simulation/run-world.ts';

/** `SIMULATION_SEED=7 npx vitest run tests/e2e/simulation.test.ts` repeats one world. */
const given = process.env.SIMULATION_SEED;
const seeds = given === undefined ? [1, 2, 3, 4, 5] : [Number(given)];
const size = { rounds: 10, tickets: 20 };

describe('messages in Slack threads', () => {
  test.each(seeds)(
    'are in both threads and in the API once, whatever goes wrong (seed %i)',
    {
      timeout: 120_000,
    },
    async seed => {
      const { interleavings } = await runWorld({ seed, size });

      expect(interleavings).toBe(size.rounds * size.tickets);
    },
  );
});

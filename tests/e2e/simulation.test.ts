import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runWorld } from './simulation/run-world.ts';

/** `SIMULATION_SEED=7 npx vitest run tests/e2e/simulation.test.ts` repeats one world; more seeds: `7,8,9`. */
const seeds = (process.env.SIMULATION_SEED ?? '1').split(',').map(Number);
const size = { rounds: 25, tickets: 20 };

describe('messages in Slack threads', () => {
  // Watching every call costs a quarter of the time, and nothing here calls anything but this machine.
  beforeAll(() => nock.restore());
  afterAll(() => nock.activate());

  test.each(seeds)(
    'are in both threads and in the API once, whatever goes wrong (seed %i)',
    {
      timeout: 300_000,
    },
    async seed => {
      const { interleavings, kills } = await runWorld({ seed, size });

      expect(interleavings).toBe(500);
      expect(kills).toBeGreaterThan(0);
    },
  );
});

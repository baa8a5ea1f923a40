import { describe, expect, test } from 'vitest';
import { runWorld } from './simulation/run-world.ts';

const maxRoundMs = 120_000;

/**
 * `SIMULATION_SEED=7 npx vitest run tests/e2e/simulation.test.ts` repeats one world; more seeds: `7,8,9`. A round is
 * an interleaving for each ticket, every third with kills; `SIMULATION_ROUNDS=25` plays 500.
 */
const seeds = (process.env.SIMULATION_SEED ?? '1').split(',').map(Number);
const rounds = Number(process.env.SIMULATION_ROUNDS ?? 6);
const size = { rounds, tickets: 20 };

describe('messages in Slack threads', () => {
  test.each(seeds)(
    'are in both threads and in the API once, whatever goes wrong (seed %i)',
    { timeout: maxRoundMs * rounds },
    async seed => {
      const { interleavings, kills } = await runWorld({ seed, size });

      expect(interleavings).toBe(rounds * size.tickets);
      expect(kills).toBeGreaterThan(0);
    },
  );
});

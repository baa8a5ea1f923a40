import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Rooms whose files take long: they go first, so that no worker is left alone with one at the end. */
const slowRooms = ['tests/e2e/', 'tests/browser/', 'tests/bot/sync/', 'tests/bot/'];

class SlowFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const room = slowRooms.findIndex(name => moduleId.includes(`/${name}`));
      return room === -1 ? slowRooms.length : room;
    };
    return files.toSorted(
      (one, other) => rank(one) - rank(other) || (one.moduleId < other.moduleId ? -1 : 1),
    );
  }
}

// Workers without isolation: each creates its embedded database once and shares it between its test files.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/database-server.ts'],
    setupFiles: ['tests/support/network.ts', 'tests/support/properties.ts'],
    pool: 'threads',
    maxWorkers: 2,
    isolate: false,
    sequence: { sequencer: SlowFilesFirst },
    // Only what hangs ends here: how long a test takes is the machine's affair.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    coverage: {
      include: ['{analytics,api,bot,db,packages}/**/*.{ts,tsx}', '*.ts'],
      reporter: ['text-summary', 'html'],
    },
  },
});

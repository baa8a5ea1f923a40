import { defineConfig } from 'vitest/config';

// One worker without isolation: the embedded database is created once and shared by every test file.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/database-server.ts'],
    setupFiles: ['tests/support/network.ts'],
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    fileParallelism: false,
    testTimeout: 10_000,
    hookTimeout: 60_000,
  },
});

import { runSandbox } from './index.ts';

await runSandbox({ command: 'node run.mjs packages/slack-sandbox/main.ts' });

import { runSandbox } from './index.ts';

await runSandbox({ command: 'npx tsx packages/slack-sandbox/main.ts' });

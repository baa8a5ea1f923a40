import { spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';

// The event loop belongs to the process, so it is held up in one of its own: once in each turn, with no rest between.
const program = `
  import { createLogger, createService } from '@campus-desk/service-kit';
  const app = await createService({ name: 'x', title: 'x', description: 'x', token: undefined, isReady: async () => {},
    logger: createLogger({ level: 'silent' }) });
  app.get('/work', async () => 'done');
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const ask = async path => (await fetch(url + path)).status;
  const before = await ask('/work');
  let isHeld = true;
  const hold = () => { const until = Date.now() + 1100; while (Date.now() < until); if (isHeld) setImmediate(hold); };
  setImmediate(hold);
  let held; do { held = await ask('/work'); } while (held === 200);
  const alive = await ask('/healthz');
  isHeld = false;
  let after; do { after = await ask('/work'); } while (after === 503);
  console.log(JSON.stringify({ before, held, alive, after }));
  process.exit(0);
`;

test('a service whose event loop is held up says so before work begins, and answers again afterwards', async () => {
  const running = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
  onTestFinished(() => void running.kill('SIGKILL'));
  let output = '';
  for (const stream of [running.stdout, running.stderr]) stream.on('data', chunk => (output += chunk));
  await new Promise(ended => running.once('exit', ended));

  expect(output.trim()).toBe(JSON.stringify({ before: 200, held: 503, alive: 200, after: 200 }));
});

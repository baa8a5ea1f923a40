import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { isDark, readPng } from '../support/png.ts';

const runner = fileURLToPath(new URL('../../../run.mjs', import.meta.url));
const program = fileURLToPath(new URL('../support/draw-title.ts', import.meta.url));

test('text is drawn on a machine without any font', async () => {
  const nowhere = '/nonexistent';
  const { stdout } = await promisify(execFile)(process.execPath, [runner, program], {
    env: {
      HOME: nowhere,
      FONTCONFIG_PATH: nowhere,
      FONTCONFIG_FILE: nowhere,
      DISABLE_SYSTEM_FONTS_LOAD: '1',
    },
  });
  const { found, image } = JSON.parse(stdout);

  const title = await readPng(Buffer.from(image, 'base64'));

  expect(found).toBe(0);
  expect(title.count(isDark, { left: 100, top: 0, right: 200, bottom: 40 })).toBeGreaterThan(60);
});

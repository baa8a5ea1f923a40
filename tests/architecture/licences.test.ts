import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isForDevelopers, productionFolders } from '../support/production-packages.ts';

const root = join(import.meta.dirname, '../..');
const notice = readFileSync(join(root, 'NOTICE'), 'utf8');

/** Licences that let a university use, change and pass on what stands on them. */
const accepted = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'Apache-2.0',
  'OFL-1.1',
  'Unlicense',
];

/** Packages that do not name their licence where npm looks; it stands in their files. */
const readByHand: Record<string, string> = { sylvester: 'MIT' };

/** Every installed production package with its licence. */
const packages = productionFolders
  .map(folder => join(root, folder, 'package.json'))
  .filter(existsSync)
  .map(file => JSON.parse(readFileSync(file, 'utf8')))
  .map(({ name, license }: { name: string; license?: string }) => ({
    name,
    licence: license ?? readByHand[name] ?? 'none',
  }));

describe('the licences of what production installs', () => {
  test('are ones that let everybody use and pass it on', () => {
    const others = packages.filter(({ licence }) => !accepted.includes(licence));

    expect(packages.length).toBeGreaterThan(200);
    expect(others).toEqual([]);
  });

  test('are named in NOTICE, and so is every package that is neither MIT nor as short', () => {
    const asShort = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0'];
    const unnamed = packages
      .filter(({ name, licence }) => !asShort.includes(licence) && name !== '@opentelemetry/api')
      .filter(({ name }) => !notice.includes(name));

    expect(accepted.filter(licence => !notice.includes(licence))).toEqual([]);
    expect(unnamed).toEqual([]);
  });

  test('stay in a slim install', () => {
    for (const file of ['LICENSE', 'LICENSE.md', 'LICENCE.txt', 'NOTICE'])
      expect(isForDevelopers(file)).toBe(false);
  });

  test('of fonts and models that are shipped stand beside them', () => {
    expect(readdirSync(join(root, 'node_modules/@fontsource/inter'))).toContain('LICENSE');
    expect(readFileSync(join(root, 'packages/categoriser/seeds/SOURCES.md'), 'utf8')).toContain('CC BY 4.0');
    expect(notice).toContain('packages/categoriser/seeds/SOURCES.md');
  });
});

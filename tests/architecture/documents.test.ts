import { readFileSync } from 'node:fs';
import { environmentVariables } from '@campus-desk/service-kit';
import { describe, expect, test } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('the documents', () => {
  test('README.md describes exactly the variables that are read', () => {
    const table = read('README.md').split('## Configuration')[1]?.split('\n## ')[0] ?? '';
    const described = table
      .split('\n')
      .filter(line => line.startsWith('| `'))
      .flatMap(line => line.split('|')[1]?.match(/[A-Z_]{3,}/g) ?? []);

    expect(described.toSorted()).toEqual(environmentVariables.toSorted());
  });

  test('.env.example offers exactly the variables that are read, all unset', () => {
    const offered = read('.env.example').match(/^[A-Z_]+=.*$/gm) ?? [];

    expect(offered.toSorted()).toEqual(environmentVariables.map(name => `${name}=`).toSorted());
  });

  test('name only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const texts = ['README.md', 'CONTRIBUTING.md', '.env.example'].map(read).join('\n');
    const named = [...texts.matchAll(/npm run ([\w:]+)/g)].flatMap(([, name]) => name ?? []);

    expect(named.length).toBeGreaterThan(4);
    expect(named.filter(name => scripts[name] === undefined)).toEqual([]);
  });
});

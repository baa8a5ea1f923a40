import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readConfig } from '@campus-desk/service-kit';
import { describe, expect, test } from 'vitest';
import { copiedSources, readStages, valuesOf, wordsOf } from './support/dockerfile.ts';
import { isRead, readCompose, root, startsPart } from './support/manifest-files.ts';

describe('the Dockerfile', () => {
  test('installs production dependencies in a stage of its own, and copies what is there', () => {
    const [install] = readStages();
    const copied = (install ?? [])
      .filter(({ instruction }) => instruction === 'COPY')
      .flatMap(({ value }) => value.split(/\s+/).slice(0, -1));

    expect(install).toContainEqual({ instruction: 'RUN', value: 'npm ci --omit=dev --no-progress' });
    expect(valuesOf('COPY')).toContain('--from=dependencies /opt/campus-desk/node_modules node_modules');
    for (const source of [...copied, ...copiedSources().filter(name => name !== '*.ts')])
      expect(existsSync(join(root, source)), source).toBe(true);
  });

  test('brings the package.json of every workspace for installing', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, unknown>;
    };
    const workspaces = Object.keys(packages).filter(name => /^packages\/[^/]+$/.test(name));
    const copied = readStages()[0]?.map(({ value }) => value) ?? [];

    expect(workspaces.length).toBe(4);
    for (const workspace of workspaces) expect(copied).toContain(`${workspace}/package.json ${workspace}/`);
  });

  test('brings the program that npm runs after installing, before it does', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const [, program] = /^node (\S+)$/.exec(scripts.postinstall) ?? [];
    const [install = []] = readStages();
    const brought = install.findIndex(({ value }) => value === `${program} db/`);

    expect(brought).toBeGreaterThan(0);
    expect(brought).toBeLessThan(install.findIndex(({ instruction }) => instruction === 'RUN'));
  });

  test('runs the program itself, not npm, as a user who is not root', () => {
    expect(wordsOf('ENTRYPOINT')).toEqual(['node']);
    expect(wordsOf('CMD')).toSatisfy(startsPart);
    expect(valuesOf('USER')).toEqual(['1000:1000']);
  });

  test('asks for health with a program that exists, at the port of the bot', () => {
    const [, check = ''] = /CMD (.+)$/.exec(valuesOf('HEALTHCHECK')[0] ?? '') ?? [];
    const [node, program = '', port] = JSON.parse(check);

    expect(node).toBe('node');
    expect(existsSync(join(root, program))).toBe(true);
    expect(Number(port)).toBe(readConfig({}).BOT_PORT);
  });

  test('uses the Node that we use', () => {
    const version = readFileSync(join(root, '.nvmrc'), 'utf8').trim();
    const images = readStages().flatMap(stage => stage.filter(({ instruction }) => instruction === 'FROM'));

    for (const { value } of images) expect(value).toMatch(new RegExp(`^node:${version}-bookworm-slim`));
  });

  test('is given what it copies and nothing that is secret', () => {
    const lines = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    const [first] = lines.filter(line => line !== '' && !line.startsWith('#'));

    expect(first).toBe('*');
    for (const source of copiedSources()) expect(lines).toContain(`!${source}`);
    for (const kept of ['manifests/secrets', 'manifests/backups', '**/.env']) expect(lines).toContain(kept);
  });
});

describe('compose.yaml', () => {
  const compose = readCompose();
  const { desk, postgres, backup } = compose.services;

  test('runs the desk, its database and the backup, and nothing else', () => {
    expect(Object.keys(compose.services)).toEqual(['desk', 'postgres', 'backup']);
  });

  test('sets only variables of the desk that are read', () => {
    expect(Object.keys(desk?.environment ?? {}).filter(name => !isRead(name))).toEqual([]);
  });

  test('gives each service the secrets that it names, from files that git does not take', () => {
    for (const { environment, command, secrets } of Object.values(compose.services)) {
      const named = JSON.stringify([environment, command]).match(/\/run\/secrets\/[\w-]+/g) ?? [];
      expect([...new Set(named)].map(path => basename(path)).toSorted()).toEqual(secrets.toSorted());
      expect(secrets.filter(secret => compose.secrets[secret] === undefined)).toEqual([]);
    }
    expect(readFileSync(join(root, '.gitignore'), 'utf8').split('\n')).toContain('manifests/secrets/');
  });

  test('keeps PostgreSQL away from the world, and the desk able to reach it and Slack', () => {
    expect(compose.networks).toEqual({ inside: { internal: true }, outside: {} });
    expect(postgres?.networks).toEqual(['inside']);
    expect(backup?.networks).toEqual(['inside']);
    expect(desk?.networks).toEqual(['inside', 'outside']);
  });

  test('builds with a Dockerfile that exists, from the root of the repository', () => {
    const { context = '', dockerfile = '' } = desk?.build ?? {};

    expect(join(root, 'manifests', context, dockerfile)).toBe(join(root, 'manifests/Dockerfile'));
  });

  test('dumps every day with the same version as the server, and keeps unfinished dumps apart', () => {
    const script = backup?.command?.join('') ?? '';

    expect(backup?.image).toBe(postgres?.image);
    expect(script).toContain('pg_dump --host=postgres --username=campus_desk --format=custom');
    expect(script).toContain('mv "$$file.unfinished" "$$file"');
    // Compose would read a single $ as a variable of its own.
    expect(script.replaceAll('$$', '')).not.toContain('$');
    expect(postgres?.environment).toMatchObject({ POSTGRES_USER: 'campus_desk', POSTGRES_DB: 'campus_desk' });
  });
});

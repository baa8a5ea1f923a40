import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isForDevelopers, productionFolders, workspaceLinks } from '../../support/production-packages.ts';
import { copiedSources } from './dockerfile.ts';
import { root } from './manifest-files.ts';

/** A folder with what the image has: the sources that the Dockerfile copies, and production dependencies alone. */
export type ImageTree = { folder: string; remove: () => void };

/** Lays the tree out in a temporary folder that belongs to whoever runs the tests, for others to read only. */
export function layImageTree(): ImageTree {
  const folder = mkdtempSync(join(tmpdir(), 'campus-desk-image-'));
  chmodSync(folder, 0o755);
  const programs = readdirSync(root).filter(name => name.endsWith('.ts'));
  for (const source of copiedSources().flatMap(name => (name === '*.ts' ? programs : [name])))
    copy({ source, folder });
  // The lockfile also names packages for other systems, which are not installed here.
  for (const source of productionFolders.filter(name => existsSync(join(root, name))))
    copy({ source, folder });
  for (const link of workspaceLinks) {
    mkdirSync(join(folder, dirname(link)), { recursive: true });
    symlinkSync(readlinkSync(join(root, link)), join(folder, link));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Packages that are nested in another are copied by themselves, when they are for production. */
function copy({ source, folder }: { source: string; folder: string }): void {
  const from = join(root, source);
  const isOwn = (path: string) => !path.slice(from.length).includes('/node_modules');
  const isKept = (path: string) => !source.startsWith('node_modules/') || !isForDevelopers(path);
  cpSync(from, join(folder, source), { recursive: true, filter: path => isOwn(path) && isKept(path) });
}

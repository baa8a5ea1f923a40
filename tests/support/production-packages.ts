import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type LockedPackage = { name?: string; version?: string; dev?: boolean; link?: boolean };

/** Every package of the lockfile by its folder. */
export const lockedPackages = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  }
).packages;

/** The folders that `npm ci --omit=dev` leaves, read from the lockfile so that no network is needed. */
export const productionFolders = Object.entries(lockedPackages)
  .filter(([folder, { dev, link }]) => folder.includes('node_modules/') && !dev && !link)
  .map(([folder]) => folder);

/** The links to our own packages that it leaves. */
export const workspaceLinks = Object.entries(lockedPackages)
  .filter(([, { link }]) => link)
  .map(([folder]) => folder);

const slimInstall = join(import.meta.dirname, '../../manifests/slim-install.mjs');

/** Whether an install for production leaves a file out. */
export const { isForDevelopers }: { isForDevelopers: (name: string) => boolean } = await import(slimInstall);

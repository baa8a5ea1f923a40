import { afterEach } from 'vitest';

/** Remembers what a test opens and stops it afterwards, the last one first. */
export function createOpened(): <T extends { stop(): Promise<unknown> }>(thing: T) => T {
  const opened: { stop(): Promise<unknown> }[] = [];
  afterEach(async () => {
    for (const thing of opened.splice(0).reverse()) await thing.stop();
  });
  return thing => {
    opened.push(thing);
    return thing;
  };
}

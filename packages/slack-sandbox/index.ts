export type * from './protocol.ts';
export { checkBlocks } from './server/block-kit/check-blocks.ts';
export { checkView } from './server/block-kit/check-view.ts';
export { elementsOf, type PlacedElement } from './server/block-kit/elements-of.ts';
export { textVolume } from './server/block-kit/text-volume.ts';
export { readManifest } from './server/manifest.ts';
export type { SandboxOptions } from './server/options.ts';
export { type Sandbox, startSandbox } from './server/start.ts';
export { campusPeople } from './server/state/campus.ts';

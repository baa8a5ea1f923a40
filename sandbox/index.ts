export type * from './protocol.ts';
export { elementsOf, type PlacedElement } from './server/block-kit/elements-of.ts';
export type { SandboxOptions } from './server/options.ts';
export { type Sandbox, startSandbox } from './server/start.ts';

export type * from './protocol.ts';
export { elementsOf, type PlacedElement } from './server/block-kit/elements-of.ts';
export { type Sandbox, type SandboxOptions, startSandbox } from './server/start.ts';

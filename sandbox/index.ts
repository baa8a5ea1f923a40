export type * from './protocol.ts';
export { type Sandbox, type SandboxOptions, startSandbox } from './server/start.ts';

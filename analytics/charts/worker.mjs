// Plain JavaScript: a thread does not inherit the TypeScript loader of its parent on Node 20. From 22.18 on none is needed.
if (!process.features.typescript) (await import('tsx/esm/api')).register();
await import('./worker.ts');

// A thread does not inherit TypeScript from the program that starts it: make it known here, then run the worker.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');

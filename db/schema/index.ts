export * from './events.ts';
export * from './idempotency-keys.ts';
export * from './leases.ts';
export * from './message-copies.ts';
export * from './messages.ts';
export * from './role.ts';
export * from './threads.ts';
export * from './tickets.ts';

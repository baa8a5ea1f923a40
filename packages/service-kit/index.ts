export * from './config.ts';
export * from './finding.ts';
export * from './listen.ts';
export * from './logger.ts';
export * from './metrics.ts';
export * from './process.ts';
export * from './responses.ts';
export * from './service.ts';

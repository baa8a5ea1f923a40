import type { Config } from './config.ts';
import { loopback } from './listen.ts';
import type { Logger } from './logger.ts';

const ofThisMachine = new Set([loopback, 'localhost', '::1']);

/** Whether what listens at an address is reached from this machine only. */
export function isOfThisMachine(host: string): boolean {
  return ofThisMachine.has(host);
}

type HostForInput = { config: Pick<Config, 'API_TOKEN' | 'HOST'>; logger: Logger; service: string };

/** Where a service listens: without a token on this machine only, because it answers everybody who reaches it. */
export function hostFor({ config: { API_TOKEN, HOST }, logger, service }: HostForInput): string {
  if (API_TOKEN !== undefined || isOfThisMachine(HOST)) return HOST;
  logger.warn({ host: loopback }, `no API_TOKEN is set: the ${service} listens on this machine only`);
  return loopback;
}

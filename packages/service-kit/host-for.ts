import { loopback } from './listen.ts';
import type { Logger } from './logger.ts';

const ofThisMachine = new Set([loopback, 'localhost', '::1']);

/** Whether what listens at an address is reached from this machine only. */
export function isOfThisMachine(host: string): boolean {
  return ofThisMachine.has(host);
}

/** What the configuration says of it. */
type Host = { API_TOKEN?: string | undefined; HOST: string };

/** Where services listen: without a token on this machine only, because they answer everybody who reaches them. */
export function serviceHost({ API_TOKEN, HOST }: Host): string {
  return API_TOKEN !== undefined || isOfThisMachine(HOST) ? HOST : loopback;
}

type HostForInput = { config: Host; logger: Logger; service: string };

/** Where a service listens; says so where that is not at HOST. */
export function hostFor({ config, logger, service }: HostForInput): string {
  const host = serviceHost(config);
  if (host !== config.HOST)
    logger.warn({ host }, `no API_TOKEN is set: the ${service} listens on this machine only`);
  return host;
}

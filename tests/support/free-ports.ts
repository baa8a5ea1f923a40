import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** Some ports of this machine that nobody listens on now, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map(server => (server.address() as AddressInfo).port);
  await Promise.all(servers.map(server => new Promise(closed => server.close(closed))));
  return ports;
}

/** Free ports under the names of the variables that choose them. */
export async function freePortsFor<Name extends string>(
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const free = await freePorts(names.length);
  return Object.fromEntries(names.map((name, at) => [name, String(free[at])])) as Record<Name, string>;
}

/** The variables that choose the ports of every part but the sandbox. */
export const partPorts = [
  'BOT_PORT',
  'API_PORT',
  'BACKLOG_PORT',
  'RESOLUTION_PORT',
  'CATEGORIES_PORT',
  'CHARTS_PORT',
  'QUALITY_PORT',
] as const;

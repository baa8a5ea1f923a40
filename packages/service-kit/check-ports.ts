import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from './config.ts';
import { loopback } from './listen.ts';

const portVariables = [
  'SANDBOX_PORT',
  'BOT_PORT',
  'API_PORT',
  'BACKLOG_PORT',
  'RESOLUTION_PORT',
  'CATEGORIES_PORT',
  'QUALITY_PORT',
  'CHARTS_PORT',
] as const;
type PortVariable = (typeof portVariables)[number];
type Ports = Pick<Config, PortVariable>;

type CheckPortsInput = { ports: Ports; hasSandbox: boolean };

/** Throws one sentence when a port of a process with every part is taken on this machine, or wanted by two parts. */
export async function checkPorts({ ports, hasSandbox }: CheckPortsInput): Promise<void> {
  const variables = portVariables.filter(
    name => ports[name] !== 0 && (hasSandbox || name !== 'SANDBOX_PORT'),
  );
  for (const name of variables) {
    const same = variables.find(other => other !== name && ports[other] === ports[name]);
    if (same !== undefined)
      throw new Error(`${name} and ${same} are both ${ports[name]}; each part needs a port of its own.`);
  }
  for (const name of variables)
    if (await isTaken(ports[name])) throw new Error(formatTakenPort({ port: ports[name], ports }));
}

/** What to do about a port that is taken, with the variable that chooses it. */
export function formatTakenPort({ port, ports }: { port: number; ports: Ports }): string {
  const variable = portVariables.find(name => ports[name] === port) ?? 'its variable (README: Configuration)';
  return `Port ${port} is taken. Stop what uses it, or set ${variable} to another.`;
}

async function isTaken(port: number): Promise<boolean> {
  const server = createServer().listen(port, loopback);
  try {
    await once(server, 'listening');
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  } finally {
    server.close();
  }
}

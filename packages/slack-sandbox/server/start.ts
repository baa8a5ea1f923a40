import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastify, { type FastifyInstance } from 'fastify';
import type { Act, ActResult, Person, SandboxMessage, Snapshot } from '../protocol.ts';
import { joinWorkspace } from './acts/join-workspace.ts';
import { perform } from './acts/perform.ts';
import { createSlack } from './create-slack.ts';
import { responseUrlRoute } from './delivery/response-url-route.ts';
import { unsentEvents } from './delivery/sent-events.ts';
import type { DisconnectReason } from './delivery/socket-hub.ts';
import { socketRoute } from './delivery/socket-route.ts';
import { verifyRequestUrl } from './delivery/verify-request-url.ts';
import { readdressFiles } from './files/readdress-files.ts';
import { fileRoutes } from './files/routes.ts';
import type { SandboxOptions } from './options.ts';
import { pageRoutes } from './page/page-routes.ts';
import { sandboxRoutes } from './page/routes.ts';
import { pageMessage, snapshot } from './page/snapshot.ts';
import { requireOwnHost } from './require-own-host.ts';
import type { Slack } from './slack.ts';
import type { CampusPerson } from './state/campus.ts';
import { openJournal } from './state/journal.ts';
import type { TroubleBoard } from './trouble.ts';
import { until } from './until.ts';
import { webApiRoutes } from './web-api/routes.ts';

export type Sandbox = {
  url: string;
  apiUrl: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  botUserId: string;
  people: Person[];
  /** The events the app subscribed to that nothing in the sandbox causes. */
  unsentEvents: string[];
  act(act: Act): Promise<ActResult>;
  /** Somebody new joins, for which the app gets `team_join`. */
  join(newcomer: CampusPerson): Person;
  snapshot(as: string): Snapshot;
  /** What only this person sees at the moment, oldest first. */
  ephemerals(as: string): SandboxMessage[];
  /** What Slack notified this person of, oldest first: nothing else makes a sound, or a badge. */
  notifications(as: string): SandboxMessage[];
  trouble: Pick<TroubleBoard, 'get' | 'set' | 'reset'>;
  traffic(): ReturnType<Slack['traffic']['all']>;
  /** Resolves when nothing is on its way to the app any more (repetitions minutes away are not waited for). */
  settled(): Promise<void>;
  /** What `look` finds, once there is something; rejects after `timeoutMs` (a minute). */
  until<T>(look: () => T | undefined | null | false, timeoutMs?: number): Promise<T>;
  connectApp(appUrl: string): void;
  /** Sends `url_verification` to the app, as Slack does when a request URL is saved. */
  verifyRequestUrl(): Promise<boolean>;
  /** Asks Socket Mode clients to reconnect. */
  refreshSockets(reason?: DisconnectReason): void;
  stop(): Promise<void>;
};

/** Starts a local Slack workspace with the app of the manifest installed in it. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { dataDir } = options;
  const directory = dataDir === undefined ? undefined : join(dataDir, 'sandbox');
  const journal = openJournal({ directory });
  const stopping = new AbortController();
  const server = fastify({ forceCloseConnections: true, bodyLimit: 4 * 1024 * 1024 });
  const address = { url: '' };
  let appUrl = options.appUrl;

  const slack = createSlack({
    options,
    journal,
    fileDirectory: directory === undefined ? undefined : join(directory, 'files'),
    baseUrl: () => address.url,
    appUrl: () => appUrl,
    stopped: stopping.signal,
  });
  try {
    requireOwnHost({ server, host: options.host });
    await registerRoutes({ server, slack, page: options.page });
    await server.listen({ port: options.port, host: options.host });
  } catch (error) {
    journal.close();
    throw error;
  }
  address.url = urlOf({ server, host: options.host });
  readdressFiles(slack);
  options.logger?.info(`sandbox listens at ${address.url}`);

  const { botToken, appToken, signingSecret, botUserId } = slack.installation;
  return {
    url: address.url,
    apiUrl: `${address.url}/api/`,
    botToken,
    appToken,
    signingSecret,
    botUserId,
    people: slack.workspace.people.all(),
    unsentEvents: unsentEvents(slack.manifest),
    act: act => perform({ slack, act }),
    join: newcomer => joinWorkspace({ slack, newcomer }),
    snapshot(as) {
      const me = slack.workspace.people.get(as);
      if (me === undefined) throw new Error(`There is nobody called ${as} in the sandbox.`);
      return snapshot({ slack, me });
    },
    ephemerals: as => slack.ephemerals.of(as).map(pageMessage),
    notifications: as =>
      slack.workspace.conversations
        .all()
        .flatMap(({ id }) => slack.workspace.messagesIn(id).all())
        .filter(({ notified }) => notified?.includes(as))
        .toSorted((one, other) => one.ts.localeCompare(other.ts))
        .map(pageMessage),
    trouble: slack.trouble,
    traffic: slack.traffic.all,
    settled: slack.deliveries.settled,
    until: (look, timeoutMs = 60_000) => until({ changes: slack.changes, look, timeoutMs }),
    connectApp(url) {
      appUrl = url;
    },
    verifyRequestUrl: () => verifyRequestUrl({ slack, appUrl }),
    refreshSockets: (reason = 'refresh_requested') => slack.sockets.refresh(reason),
    async stop() {
      stopping.abort();
      slack.sockets.close();
      await server.close();
      journal.close();
    },
  };
}

type RegisterRoutesInput = {
  server: FastifyInstance;
  slack: Slack;
  page?: string | false;
};

async function registerRoutes(input: RegisterRoutesInput): Promise<void> {
  const { server, slack, page = fileURLToPath(new URL('../page/', import.meta.url)) } = input;
  await server.register(socketRoute({ slack }));
  await server.register(webApiRoutes({ slack }));
  await server.register(responseUrlRoute({ slack }));
  await server.register(fileRoutes({ slack }));
  await server.register(sandboxRoutes({ slack }));
  if (page !== false) await server.register(pageRoutes({ directory: page }));
}

/** The address to use from this machine: a server on every interface is reached over loopback. */
function urlOf({ server, host }: { server: FastifyInstance; host: string }): string {
  const bound = server.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

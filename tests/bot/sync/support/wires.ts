import { AppError, type Client, createClient, type LeaseConnection } from '@campus-desk/contract';
import { WebClient } from '@slack/web-api';
import type { VirtualClock } from './virtual-clock.ts';

type Method = keyof Client;

/** What becomes of one call. */
type Fault = 'none' | 'not-sent' | 'answer-lost' | 'rate-limited';

/** The connections of one bot process, which a test can cut. */
export type Wires = {
  client: Client;
  slack: WebClient;
  /** For the bytes of files. */
  fetch: typeof fetch;
  /** Calls that do not get through to the API; `answer-lost` ones do, but their answer does not get back. */
  cut: Map<Method, 'not-sent' | 'answer-lost'>;
  /** No news of a lease that ends comes over its connection. */
  deafen(): void;
  /** Closes the connections that leases are tied to, as when the network does. */
  hangUp(): void;
  /** Nothing gets through any more, and open connections close, as when the process is killed. */
  kill(): void;
};

type CreateWiresInput = {
  apiUrl: string;
  slackApiUrl: string;
  botToken: string;
  clock: VirtualClock;
  /** Real time after which a call to Slack is given up. */
  timeoutMs: number;
  /** Decides about each call by itself. */
  faultOf?: (call: { to: 'api' | 'slack'; method: string }) => Fault;
  /** Called when Slack has taken a post, before the process gets its answer. */
  onPosted?: () => void;
};

const posting = ['chat.postMessage', 'files.completeUploadExternal'];

/** Connects to the API and to the sandbox; time stands still during a call. */
export function createWires(options: CreateWiresInput): Wires {
  const {
    apiUrl,
    slackApiUrl,
    botToken,
    clock,
    timeoutMs,
    faultOf = () => 'none',
    onPosted = () => undefined,
  } = options;
  let isKilled = false;
  let isDeaf = false;
  const connections: LeaseConnection[] = [];
  const cut: Wires['cut'] = new Map();
  const real = createClient({ baseUrl: apiUrl, token: undefined, timeoutMs: 60_000 });
  const lost = () => new AppError({ code: 'unavailable', message: 'The line is cut.' });

  const wired = Object.entries(real).map(([name, call]) => {
    const method = name as Method;
    const wiredCall = async (...args: unknown[]) => {
      const fault = cut.get(method) ?? faultOf({ to: 'api', method });
      if (isKilled || fault === 'not-sent' || fault === 'rate-limited') throw lost();
      // Each method is called with its own arguments, whatever they are.
      const answer = (call as (...input: unknown[]) => Promise<unknown>)(...args);
      const isLongPoll = method === 'readOutbox' && /"wait":[1-9]/.test(JSON.stringify(args));
      const result = await (isLongPoll ? answer : clock.during(answer));
      if (isKilled || fault === 'answer-lost' || cut.get(method) === 'answer-lost') throw lost();
      return result;
    };
    return [name, wiredCall];
  });

  const client = Object.fromEntries(wired) as Client;
  const { holdLease } = client;
  client.holdLease = async lease => {
    const connection = await holdLease(lease);
    connections.push(connection);
    if (!isDeaf) return connection;
    return { ...connection, ended: new Promise(() => undefined), isAlive: () => true };
  };

  const slack = new WebClient(botToken, {
    slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logger: silentLogger(),
    fetch: (url, init) => clock.during(fetchWithFaults(url, init)),
  });

  const fetchWithFaults: typeof fetch = async (url, init) => {
    const method = new URL(String(url)).pathname.split('/').at(-1) ?? '';
    const fault = faultOf({ to: 'slack', method });
    if (isKilled || fault === 'not-sent') throw new TypeError('fetch failed');
    if (fault === 'rate-limited')
      return new Response('{"ok":false}', { status: 429, headers: { 'retry-after': '3' } });
    const answer = await fetch(url, init);
    if (posting.includes(method)) onPosted();
    if (isKilled || fault === 'answer-lost') throw new TypeError('fetch failed');
    return answer;
  };

  const hangUp = () => {
    for (const connection of connections) connection.close();
  };

  const fetchFile: typeof fetch = (url, init) => clock.during(fetchWithFaults(url, init));

  return {
    client,
    slack,
    fetch: fetchFile,
    cut,
    deafen() {
      isDeaf = true;
    },
    hangUp,
    kill() {
      isKilled = true;
      hangUp();
    },
  };
}

function silentLogger() {
  const nothing = () => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    getLevel: () => 'error' as never,
    setName: nothing,
  };
}

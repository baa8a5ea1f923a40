import { once } from 'node:events';
import * as http from 'node:http';
import * as https from 'node:https';
import { json } from 'node:stream/consumers';
import { fromProblem, notReached } from './call.ts';

/** A connection that keeps a lease for as long as it is open. */
export type LeaseConnection = {
  /** Resolves when the connection has ended, or has been silent for too long; never rejects. */
  ended: Promise<void>;
  /** Whether the API has lately confirmed the lease. */
  isAlive: () => boolean;
  /** Ends the connection, and with it the lease. */
  close: () => void;
};

/** A connection that says nothing for this long counts as lost: three heartbeats. */
const maxSilenceMs = 3000;

type OpenLeaseConnectionInput = {
  baseUrl: string;
  token: string | undefined;
  name: string;
  holder: string;
  fence: number;
};

/**
 * Ties a lease to a connection of its own, open once the first heartbeat came. Throws an `AppError` with the code of
 * the API's problem, or `unavailable` when none comes within 3 seconds.
 */
export async function openLeaseConnection(input: OpenLeaseConnectionInput): Promise<LeaseConnection> {
  const { baseUrl, token, name, holder, fence } = input;
  const url = new URL(`${baseUrl.replace(/\/$/, '')}/v1/leases/${name}/hold`);
  url.search = new URLSearchParams({ holder, fence: String(fence) }).toString();
  const { request } = url.protocol === 'https:' ? https : http;
  const asked = request(url, {
    agent: false,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  const close = () => void asked.destroy();
  const silence = setTimeout(() => asked.destroy(new Error('No heartbeat')), maxSilenceMs);
  asked.once('close', () => clearTimeout(silence));
  const answer = await firstHeartbeat(asked).catch(error => {
    close();
    throw error;
  });

  let heardAt = performance.now();
  answer.on('data', () => {
    heardAt = performance.now();
    silence.refresh();
  });
  const ended = new Promise<void>(resolve => answer.once('close', resolve));
  const isAlive = () => !answer.closed && performance.now() - heardAt < maxSilenceMs;
  return { ended, isAlive, close };
}

/** The answer once it has begun; what is wrong with it later shows in its `close` event. */
async function firstHeartbeat(asked: http.ClientRequest): Promise<http.IncomingMessage> {
  let problem: unknown;
  try {
    asked.end();
    const [answer] = (await once(asked, 'response')) as [http.IncomingMessage];
    asked.on('error', () => undefined);
    if (answer.statusCode === 200) {
      answer.on('error', () => undefined);
      const hasBegun = once(answer, 'data').then(() => true);
      if (await Promise.race([hasBegun, once(answer, 'close').then(() => false)])) return answer;
      throw new Error('The answer ended before a heartbeat');
    }
    problem = await json(answer);
  } catch (cause) {
    throw notReached(cause);
  }
  throw fromProblem(problem);
}

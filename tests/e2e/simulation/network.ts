import { Agent, type Dispatcher, errors } from 'undici';
import type { VirtualClock } from '../../bot/sync/support/virtual-clock.ts';

/** What becomes of one call. */
export type Fault = 'none' | 'not-sent' | 'answer-lost' | 'rate-limited';

/** The line between one bot process and the rest of the world. */
export type Line = {
  /** The address behind this line; calls to it are this process's. */
  to(url: string): string;
  /** Nothing gets through any more. */
  cut(): void;
};

export type Network = {
  openLine(options: {
    faultOf: (call: { to: 'api' | 'slack' }) => Fault;
    /** Told when Slack has taken a post, before the process hears of it. */
    onPosted: () => void;
  }): Line;
  close(): void;
};

type OpenLine = Parameters<Network['openLine']>[0] & { isCut: boolean };

/** The lines go by this part of an address. */
const onLine = /^\/line-(\d+)(\/.*)$/;

const posting = ['/api/chat.postMessage', '/api/files.completeUploadExternal'];

/** The bytes of files travel by addresses that Slack gave, on no line. */
function isFile({ pathname }: URL): boolean {
  return pathname.startsWith('/files-pri/') || pathname.startsWith('/upload/');
}

/**
 * Stands between the bots and the services they call: decides what becomes of each call, and lets no time pass while
 * one is under way.
 */
export function createNetwork({ clock }: { clock: VirtualClock }): Network {
  const lines: OpenLine[] = [];

  const send = async ({ line, path, ask }: SendInput): Promise<Answered> => {
    const { pathname } = new URL(path, 'http://line');
    const to = pathname.startsWith('/api/') ? 'slack' : 'api';
    const fault = line.faultOf({ to });
    if (line.isCut || fault === 'not-sent') throw new errors.SocketError('other side closed');
    if (to === 'slack' && fault === 'rate-limited')
      return { status: 429, headers: { 'retry-after': '3' }, body: Buffer.from('{"ok":false}') };
    const answered = await ask();
    if (posting.includes(pathname)) line.onPosted();
    if (line.isCut || fault === 'answer-lost') throw new errors.SocketError('other side closed');
    return answered;
  };

  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const sent = fetch(input, init);
    return isFile(new URL(input instanceof Request ? input.url : input)) ? clock.during(sent) : sent;
  };

  // Slack and the API are called through agents, each by its own.
  const { dispatch } = Agent.prototype;
  Agent.prototype.dispatch = function (call, handler) {
    const [, index, path] = onLine.exec(call.path) ?? [];
    const line = lines[Number(index)];
    if (line === undefined || path === undefined) return dispatch.call(this, call, handler);
    const ask = () => answerOf(own => dispatch.call(this, { ...call, path }, own));
    const sent = send({ line, path, ask });
    const isLongPoll = /[?&]wait=[^0]/.test(path);
    (isLongPoll ? sent : clock.during(sent)).then(
      ({ status, headers, body }) => {
        handler.onRequestStart?.(unstoppable, {});
        handler.onResponseStart?.(unstoppable, status, headers);
        handler.onResponseData?.(unstoppable, body);
        handler.onResponseEnd?.(unstoppable, {});
      },
      error => handler.onResponseError?.(unstoppable, error),
    );
    return true;
  };

  return {
    openLine(options) {
      const line = { ...options, isCut: false };
      const prefix = `/line-${lines.push(line) - 1}`;
      return {
        to: url => url.replace(/^(https?:\/\/[^/]+)/, `$1${prefix}`),
        cut() {
          line.isCut = true;
        },
      };
    },
    close() {
      globalThis.fetch = fetch;
      Agent.prototype.dispatch = dispatch;
    },
  };
}

type Headers = Record<string, string | string[] | undefined>;
type Answered = { status: number; headers: Headers; body: Buffer };
type SendInput = { line: OpenLine; path: string; ask: () => Promise<Answered> };

/** An answer that is there as a whole, so that nobody can stop it. */
const unstoppable: Dispatcher.DispatchController = {
  aborted: false,
  paused: false,
  reason: null,
  rawHeaders: null,
  rawTrailers: null,
  abort() {},
  pause() {},
  resume() {},
};

function answerOf(dispatch: (handler: Dispatcher.DispatchHandler) => void): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let head = { status: 0, headers: {} as Headers };
    dispatch({
      onRequestStart() {},
      onResponseStart(_controller, status, headers) {
        head = { status, headers };
      },
      onResponseData(_controller, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd: () => resolve({ ...head, body: Buffer.concat(chunks) }),
      onResponseError: (_controller, error) => reject(error),
    });
  });
}

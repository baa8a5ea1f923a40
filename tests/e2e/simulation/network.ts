import { Dispatcher, errors, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
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
  const real = globalThis.fetch;
  const lines: OpenLine[] = [];

  const send = async (line: OpenLine, url: URL, init: RequestInit | undefined): Promise<Response> => {
    const fault = line.faultOf({ to: 'slack' });
    if (line.isCut || fault === 'not-sent') throw new TypeError('fetch failed');
    if (fault === 'rate-limited')
      return new Response('{"ok":false}', { status: 429, headers: { 'retry-after': '3' } });
    const answer = await real(url, init);
    if (posting.includes(url.pathname)) line.onPosted();
    if (line.isCut || fault === 'answer-lost') throw new TypeError('fetch failed');
    return answer;
  };

  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const [, index, path] = onLine.exec(url.pathname) ?? [];
    const line = lines[Number(index)];
    if (isFile(url)) return clock.during(real(input, init));
    if (line === undefined || path === undefined) return real(input, init);
    url.pathname = path;
    return clock.during(send(line, url, init));
  };
  // Slack is called by fetch, the API through undici itself.
  const direct = getGlobalDispatcher();
  setGlobalDispatcher(new ApiCalls({ direct, lines, clock }));

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
      globalThis.fetch = real;
      setGlobalDispatcher(direct);
    },
  };
}

type ApiCallsInput = { direct: Dispatcher; lines: OpenLine[]; clock: VirtualClock };
type Answered = { statusCode: number; body: Buffer };

/** Passes the calls of the API on, those on a line with its faults. */
class ApiCalls extends Dispatcher {
  readonly #given: ApiCallsInput;

  constructor(given: ApiCallsInput) {
    super();
    this.#given = given;
  }

  override dispatch(call: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const { direct, lines, clock } = this.#given;
    const [, index, path] = onLine.exec(call.path) ?? [];
    const line = lines[Number(index)];
    if (line === undefined || path === undefined) return direct.dispatch(call, handler);
    const sent = this.#send(line, { ...call, path });
    const isLongPoll = /[?&]wait=[^0]/.test(path);
    (isLongPoll ? sent : clock.during(sent)).then(
      ({ statusCode, body }) => {
        handler.onConnect?.(() => {});
        handler.onHeaders?.(statusCode, [], () => {}, '');
        handler.onData?.(body);
        handler.onComplete?.([]);
      },
      error => handler.onError?.(error),
    );
    return true;
  }

  async #send(line: OpenLine, call: Dispatcher.DispatchOptions): Promise<Answered> {
    const fault = line.faultOf({ to: 'api' });
    if (line.isCut || fault === 'not-sent') throw new errors.SocketError('other side closed');
    const { statusCode, body } = await this.#given.direct.request(call);
    const answered = { statusCode, body: Buffer.from(await body.arrayBuffer()) };
    if (line.isCut || fault === 'answer-lost') throw new errors.SocketError('other side closed');
    return answered;
  }
}

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
    const isSlack = url.pathname.startsWith('/api/');
    const fault = line.faultOf({ to: isSlack ? 'slack' : 'api' });
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
    const [, index, path] = /^\/line-(\d+)(\/.*)$/.exec(url.pathname) ?? [];
    const line = lines[Number(index)];
    if (isFile(url)) return clock.during(real(input, init));
    if (line === undefined || path === undefined) return real(input, init);
    url.pathname = path;
    const sent = send(line, url, init);
    return Number(url.searchParams.get('wait')) > 0 ? sent : clock.during(sent);
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
      globalThis.fetch = real;
    },
  };
}

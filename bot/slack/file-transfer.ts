import { backOffMs, type Clock } from '@campus-desk/service-kit';
import { SlackRefusal } from './errors.ts';

export type FileTransfer = ReturnType<typeof createFileTransfer>;

type Bytes = Uint8Array<ArrayBuffer>;

/** What Slack says about a file that is to be read. */
export type ReadableFile = {
  url_private_download?: string | null | undefined;
  url_private?: string | null | undefined;
  mimetype?: string | null | undefined;
  size?: number | null | undefined;
};

/** A file is held in memory on its way, so there is a limit to its size and to how many are. */
const maxFileBytes = 20 * 1024 * 1024;
const maxFilesAtOnce = 2;
const transferMs = 60_000;
const maxAttempts = 4;
const maxRedirects = 3;
/** Where Slack keeps files; the token goes nowhere else. */
const slackFileHosts = ['files.slack.com', 'files.slack-gov.com'];

type CreateFileTransferInput = {
  botToken: string | undefined;
  /** A Slack that is not Slack's own keeps its files where it is called. */
  slackApiUrl: string;
  clock: Clock;
  fetch?: typeof globalThis.fetch;
};

/**
 * Fetches the bytes of files from Slack and sends them there, and nowhere else. What cannot be had is a `SlackRefusal`:
 * `file_too_large`, `file_elsewhere`, `file_not_readable` for a login page, else `file_not_transferred`.
 */
export function createFileTransfer(input: CreateFileTransferInput) {
  const { botToken, slackApiUrl, clock, fetch = globalThis.fetch } = input;
  const inTurn = createTurns(maxFilesAtOnce);

  return {
    /** Runs `work` when there is room for its bytes in memory. */
    inTurn,

    async download({ file, signal }: { file: ReadableFile; signal: AbortSignal }): Promise<Bytes> {
      const url = file.url_private_download || file.url_private || '';
      if ((file.size ?? 0) > maxFileBytes) throw refused('file_too_large');
      return tryAgain({ signal, run: signal => read({ url, file, signal }) });
    },

    /** `begin` gives the address of an upload: another one each time, for each takes bytes once. */
    upload<Upload extends { url: string }>({ begin, bytes, signal }: UploadInput<Upload>): Promise<Upload> {
      return tryAgain({
        signal,
        run: async signal => {
          const upload = await begin();
          const to = own(upload.url);
          const answer = await fetch(to, { method: 'POST', body: bytes, signal, redirect: 'error' });
          // An answer that is not read keeps its connection.
          await answer.text();
          if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
          return upload;
        },
      });
    },
  };

  async function read({ url, file, signal }: ReadInput): Promise<Bytes> {
    let response = await ask(own(url), signal);
    for (let redirects = 0; isRedirect(response) && redirects < maxRedirects; redirects += 1) {
      const next = new URL(response.headers.get('location') ?? '', url);
      if (!isOwn(next)) throw refused('file_not_readable', `sent on to ${next.host}`);
      response = await ask(next, signal);
    }
    if (response.status >= 500 || response.status === 429) throw new Error(`HTTP ${response.status}`);
    if (!response.ok) throw refused('file_not_readable', `HTTP ${response.status}`);
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
    if (isPage && file.mimetype !== 'text/html') throw refused('file_not_readable', 'a login page');
    return readBytes(response);
  }

  function ask(url: URL, signal: AbortSignal): Promise<Response> {
    return fetch(url, { headers: { authorization: `Bearer ${botToken}` }, signal, redirect: 'manual' });
  }

  function own(url: string): URL {
    if (!URL.canParse(url) || !isOwn(new URL(url))) throw refused('file_elsewhere');
    return new URL(url);
  }

  function isOwn({ protocol, host, origin }: URL): boolean {
    const isSlacks = protocol === 'https:' && slackFileHosts.includes(host);
    return isSlacks || origin === new URL(slackApiUrl).origin;
  }

  /** A host that never answers must not keep a ticket waiting for ever. */
  async function tryAgain<Result>({ signal, run }: TryAgainInput<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await run(AbortSignal.any([signal, AbortSignal.timeout(transferMs)]));
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof SlackRefusal) throw error;
        if (attempt === maxAttempts) throw refused('file_not_transferred', `${error}`, error);
        await clock.sleep(backOffMs(attempt), { signal });
      }
    }
  }
}

type UploadInput<Upload> = { begin: () => Promise<Upload>; bytes: Bytes; signal: AbortSignal };
type ReadInput = { url: string; file: ReadableFile; signal: AbortSignal };
type TryAgainInput<Result> = { signal: AbortSignal; run: (signal: AbortSignal) => Promise<Result> };

function isRedirect({ status }: Response): boolean {
  return status >= 300 && status < 400;
}

/** All bytes of an answer, whatever it says about its length. */
async function readBytes(response: Response): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxFileBytes) throw refused('file_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refused(reason: string, detail?: string, cause?: unknown): SlackRefusal {
  return new SlackRefusal({
    reason: detail === undefined ? reason : `${reason}: ${detail}`,
    isGone: false,
    cause,
  });
}

/** Lets `count` works run at a time, the others in the order of asking. */
function createTurns(count: number) {
  const waiting: (() => void)[] = [];
  let free = count;
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (free > 0) free -= 1;
    else await new Promise<void>(resolve => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

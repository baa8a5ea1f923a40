import type { IncomingMessage } from 'node:http';
import { tokenCheck } from '@campus-desk/service-kit';

type Question = { path: string; request: IncomingMessage };

/** Whether whoever asks for the health of the bot is answered. */
export type MayAskHealth = (question: Question) => boolean;

type CreateMayAskHealthInput = {
  /** Each of them opens everything. */
  tokens: readonly string[];
  /** Whether the port is the one that Slack sends to, and so perhaps the whole world. */
  isPublic: boolean;
};

/**
 * That the bot is alive is no secret. Whether it is ready is, on a public port, for this machine; its metrics are for whoever
 * has a token, and where there is none for this machine.
 */
export function createMayAskHealth({ tokens, isPublic }: CreateMayAskHealthInput): MayAskHealth {
  const carriesToken = tokenCheck(tokens);
  return ({ path, request }) => {
    if (path === '/healthz' || carriesToken(request.headers.authorization)) return true;
    if (path === '/readyz') return !isPublic || isFromThisMachine(request);
    return tokens.length === 0 && isFromThisMachine(request);
  };
}

/** What a reverse proxy says of whom it asks for. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Whether the request comes from here, and not through a reverse proxy that stands here. */
function isFromThisMachine({ headers, socket }: IncomingMessage): boolean {
  const isLocal = /^(::1|(::ffff:)?127\..*)$/.test(socket.remoteAddress ?? '');
  const isToHere = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(headers.host ?? '');
  return isLocal && isToHere && !forwarding.some(name => name in headers);
}

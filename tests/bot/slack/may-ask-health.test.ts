import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createMayAskHealth } from '../../../bot/slack/may-ask-health.ts';

const paths = ['/healthz', '/readyz', '/metrics'];
const tokens = ['token-of-the-parts', 'token-of-prometheus'];
const here = { remoteAddress: '127.0.0.1', headers: { host: 'localhost:3001' } };
const elsewhere = { remoteAddress: '10.0.0.7', headers: { host: 'bot:3001' } };
const proxied = { remoteAddress: '127.0.0.1', headers: { host: '127.0.0.1:3001', via: '1.1 caddy' } };
const proxiedByName = { remoteAddress: '::ffff:127.0.0.1', headers: { host: 'desk.example.edu' } };

type From = { remoteAddress: string; headers: Record<string, string> };

function answered({ from, ...given }: Parameters<typeof createMayAskHealth>[0] & { from: From }): string[] {
  const { remoteAddress, headers } = from;
  const request = { headers, socket: { remoteAddress } } as unknown as IncomingMessage;
  return paths.filter(path => createMayAskHealth(given)({ path, request }));
}

describe('the health of the bot', () => {
  test.each([
    ['this machine', here, paths],
    ['another machine', elsewhere, ['/healthz']],
    ['a reverse proxy on this machine', proxied, ['/healthz']],
    ['a reverse proxy that keeps the name', proxiedByName, ['/healthz']],
  ])('on the port that Slack sends to, without a token, is for this machine: %s', (_who, from, expected) => {
    expect(answered({ from, tokens: [], isPublic: true })).toEqual(expected);
  });

  test('is open to whoever sends a token, wherever they are', () => {
    const from = { ...elsewhere, headers: { ...elsewhere.headers, authorization: `Bearer ${tokens[1]}` } };

    expect(answered({ from, tokens, isPublic: true })).toEqual(paths);
  });

  test('has metrics for token holders alone where there is a token', () => {
    expect(answered({ from: here, tokens, isPublic: true })).toEqual(['/healthz', '/readyz']);
  });

  test('in Socket Mode says to a cluster whether it is ready', () => {
    expect(answered({ from: elsewhere, tokens, isPublic: false })).toEqual(['/healthz', '/readyz']);
  });
});

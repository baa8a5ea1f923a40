import { connect } from 'node:net';
import { connect as connectSafely } from 'node:tls';
import { expect, test } from 'vitest';

// Addresses that are reserved for documentation, where nobody would answer either.
test.each([
  ['fetch', () => fetch('http://192.0.2.1/')],
  ['fetch by name', () => fetch('https://desk.example.edu/')],
  ['a socket', () => failureOf(connect(80, '192.0.2.1'))],
  ['a socket with options', () => failureOf(connect({ port: 80, host: '192.0.2.1' }))],
  ['TLS', () => failureOf(connectSafely({ port: 443, host: 'desk.example.edu' }))],
])('no test reaches another machine by %s', async (_way, reach) => {
  const failure = await reach().catch(error => error);

  expect(String(failure.cause ?? failure)).toContain('Tests reach no other machine');
});

function failureOf(socket: ReturnType<typeof connect>): Promise<never> {
  return new Promise((_, reject) => socket.on('error', reject));
}

import { randomBytes, randomInt, randomUUID } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A Slack-like id such as `F0K3…`: the prefix says what it names. */
export function newId(prefix: string): string {
  const rest = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]);
  return `${prefix}${rest.join('')}`;
}

/** A secret of so many bytes, in hexadecimal. */
export function newSecret(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

/** An id for envelopes and client messages. */
export function newUuid(): string {
  return randomUUID();
}

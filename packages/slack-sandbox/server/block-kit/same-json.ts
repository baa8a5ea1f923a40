import { isDeepStrictEqual } from 'node:util';

/** Whether two values say the same in JSON, the order of keys aside. */
export function sameJson(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(plain(one), plain(other));
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

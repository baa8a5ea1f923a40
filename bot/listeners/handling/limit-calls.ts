import { type Client, tooBusy } from '@campus-desk/contract';

/** The API, as long as few enough of its calls are under way; beyond that a call is refused before it begins. */
export function limitCalls({ client, max }: { client: Client; max: number }): Client {
  let running = 0;
  const limited = Object.entries(client).map(([method, call]) => {
    const limitedCall = async (...given: unknown[]) => {
      if (running >= max) throw tooBusy();
      running += 1;
      try {
        // Each method is called with its own arguments, whatever they are.
        return await (call as (...given: unknown[]) => Promise<unknown>)(...given);
      } finally {
        running -= 1;
      }
    };
    return [method, limitedCall];
  });
  return Object.fromEntries(limited) as Client;
}

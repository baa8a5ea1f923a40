import { hasCode, type SlackPlace, type Thread } from '@campus-desk/contract';
import type { ListenerContext } from '../listeners/handling/context.ts';

/** The ticket's thread whose root stands there; undefined when it is no ticket's. */
export async function findThread({
  context,
  ...place
}: { context: ListenerContext } & SlackPlace): Promise<Thread | undefined> {
  return context.client.findThread(place).catch(error => {
    if (hasCode(error, 'not_found')) return undefined;
    throw error;
  });
}

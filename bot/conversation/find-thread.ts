import { hasCode, type SlackPlace, type Thread } from '@campus-desk/contract';
import type { Desk } from '../listeners/handling/context.ts';

/** The ticket's thread whose root stands there; undefined when it is no ticket's. */
export async function findThread({
  desk,
  ...place
}: { desk: Desk } & SlackPlace): Promise<Thread | undefined> {
  return desk.client.findThread(place).catch(error => {
    if (hasCode(error, 'not_found')) return undefined;
    throw error;
  });
}

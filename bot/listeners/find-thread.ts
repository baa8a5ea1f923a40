import type { SlackPlace, Thread } from '../../api/contract/index.ts';
import { hasCode } from '../../api/kit/errors.ts';
import type { Desk } from './desk.ts';

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

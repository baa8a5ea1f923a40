import { hasCode, type SlackRef, type Thread } from '@campus-desk/contract';
import type { ListenerContext } from '../listeners/handling/context.ts';

type FindThreadInput = { context: ListenerContext } & SlackRef;

/** The ticket's thread whose root stands there; undefined when it is no ticket's. */
export async function findThread({ context, ...ref }: FindThreadInput): Promise<Thread | undefined> {
  return context.client.findThread(ref).catch(error => {
    if (hasCode(error, 'not_found')) return undefined;
    throw error;
  });
}

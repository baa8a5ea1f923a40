import type { ActContext, ListenerContext } from './context.ts';
import { readAs } from './read-as.ts';

type ActContextInput = { context: ListenerContext; userId: string };

/** What a listener works with for an act of this person: in their language, and as they read the tickets. */
export async function actContext({ context, userId }: ActContextInput): Promise<ActContext> {
  const client = readAs({ client: context.client, userId });
  return { ...context, userId, client, texts: await context.textsFor.person(userId) };
}

import type { ActContext, ListenerContext } from './context.ts';

type ActContextInput = { context: ListenerContext; userId: string };

/** What a listener works with for an act of this person, in their language. */
export async function actContext({ context, userId }: ActContextInput): Promise<ActContext> {
  return { ...context, texts: await context.textsFor.person(userId) };
}

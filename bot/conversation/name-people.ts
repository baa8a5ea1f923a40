import type { ConversationContext } from './context.ts';

type NamePeopleInput = { context: Pick<ConversationContext, 'client' | 'names'>; signal: AbortSignal };

/** Fills in the names of people whose id stands for them, because Slack did not say their name in time. */
export async function namePeople({ context, signal }: NamePeopleInput): Promise<void> {
  const { client, names } = context;
  const { ids } = await client.listUnnamed();
  for (const id of ids) {
    if (signal.aborted) return;
    const name = await names.nameOf({ id });
    if (name !== id) await client.namePerson({ id, name });
  }
}

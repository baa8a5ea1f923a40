import type { Message, SlackRef } from '@campus-desk/contract';
import type { SyncContext } from './context.ts';
import { rootOf } from './remove-files.ts';

type HelpdeskCopiesInput = { context: SyncContext; message: Message; copies: SlackRef[] };

/** Those copies of a message that surely stand in a helpdesk thread of its ticket, of earlier cards too. */
export async function helpdeskCopies(input: HelpdeskCopiesInput): Promise<SlackRef[]> {
  const { context, message, copies } = input;
  if (copies.length === 0) return [];
  const threads = await context.client.listThreads({ number: message.ticketNumber, former: true });
  const found: SlackRef[] = [];
  for (const copy of copies) {
    const root = await rootOf({ slack: context.slack, copy });
    const thread = threads.find(({ channel, ts }) => channel === copy.channel && ts === root);
    if (thread?.side === 'helpdesk') found.push(copy);
  }
  return found;
}

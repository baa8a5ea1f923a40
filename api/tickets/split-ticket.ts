import { type FileTicket, invalid, type Split, type SplitTicket } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { together } from '../transact.ts';
import { changeTicket } from './change-ticket.ts';
import { checkState } from './check-change.ts';
import { fileTicket } from './file-ticket.ts';
import { loadTicket, type TicketRow } from './ticket-row.ts';

type SplitTicketInput = { context: Context; number: number; split: SplitTicket };

/**
 * The two problems of a ticket as two tickets: the first keeps its number, the second follows it. Throws
 * `validation_failed` when the description names one problem, and what changing the ticket throws. The first is changed
 * before the second is filed, in one transaction: of two people who do it at once one is told of the other.
 */
export async function splitTicket({ context, number, split }: SplitTicketInput): Promise<Split> {
  const before = await loadTicket({ db: context.db, number });
  await checkState({ db: context.db, before, change: split });
  const { problems } = context.categoriser.categorise(before.description);
  if (!problems)
    throw invalid({
      path: 'number',
      message: `Ticket #${number} is about one problem only.`,
      reason: 'one_problem',
      values: { number },
    });

  const [{ text: first }, { text: second }] = problems;
  const change = { actor: split.actor, version: before.version, description: first };
  const filing = { ...filingBeside({ before, split }), description: second };
  return together({
    context,
    work: async context => {
      const changed = await changeTicket({ context, number, change });
      return { tickets: [changed, await fileTicket({ context, filing })] };
    },
  });
}

type FilingBesideInput = { before: TicketRow; split: SplitTicket };

/** What the second ticket shares with the first: who reported it, whether others know, where, and from which message. */
function filingBeside({ before, split }: FilingBesideInput): Omit<FileTicket, 'description'> {
  const { number, location, reporterId, reporterName, nameHidden, sourcePermalink } = before;
  return {
    actor: split.actor,
    ...(split.actor.id !== reporterId && { reporter: { id: reporterId, name: reporterName } }),
    location,
    followUpOf: number,
    hideName: nameHidden,
    ...(sourcePermalink !== null && { source: { permalink: sourcePermalink } }),
  };
}

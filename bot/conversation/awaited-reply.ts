import { type Client, type Ticket, unclosedStatuses } from '@campus-desk/contract';

/** A reporter with more unclosed tickets is asked where a message belongs. */
const maxTickets = 10;
/** Of the newest messages one is not deleted, mostly. */
const maxMessages = 5;

type FindAwaitedReplyInput = { client: Client; reporterId: string };

/** A reporter's unclosed tickets, last changed first, and the only one of them that waits for their answer. */
export type AwaitedReply = { tickets: Ticket[]; awaiting: Ticket | undefined };

/** Finds the ticket a reporter is most likely talking about. */
export async function findAwaitedReply(input: FindAwaitedReplyInput): Promise<AwaitedReply> {
  const { client, reporterId } = input;
  const { tickets, nextCursor } = await client.listTickets({
    role: 'user',
    viewer: reporterId,
    reporter: reporterId,
    status: unclosedStatuses.join(','),
    sort: '-modifiedAt',
    limit: maxTickets,
  });
  if (nextCursor !== null) return { tickets, awaiting: undefined };
  const waits = await Promise.all(tickets.map(ticket => isReportersMove({ client, ticket })));
  const waiting = tickets.filter((_, index) => waits[index]);
  return { tickets, awaiting: waiting.length === 1 ? waiting[0] : undefined };
}

type IsReportersMoveInput = { client: Client; ticket: Ticket };

/** Whether the last word is the helpdesk's. */
async function isReportersMove({ client, ticket }: IsReportersMoveInput): Promise<boolean> {
  const { number, reporter } = ticket;
  const query = { number, role: 'user', viewer: reporter.id, newestFirst: true, limit: maxMessages } as const;
  const { messages } = await client.listMessages(query);
  const last = messages.find(({ deletedAt }) => deletedAt === null);
  return last?.actor.role === 'helpdesk' && last.actor.id !== reporter.id;
}

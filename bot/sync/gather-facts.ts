import {
  type Client,
  type Message,
  pagesOf,
  type SlackRef,
  type Thread,
  type ThreadSide,
  type Ticket,
  type TicketEvent,
} from '@campus-desk/contract';
import { isReadByOthers } from './hidden-name.ts';
import type { Facts } from './plan.ts';
import { isForFollowers } from './plan-telling.ts';

type GatherFactsInput = { client: Client; number: number; events: TicketEvent[] };

/** Looks up what the events of one ticket are planned with. */
export async function gatherFacts({ client, number, events }: GatherFactsInput): Promise<Facts> {
  const messageIds = [...new Set(events.flatMap(({ messageId }) => messageId ?? []))];
  const [subject, authored] = await Promise.all([
    client.readSubject({ number, messageIds }),
    readAuthored({ client, number, events }),
  ]);
  const { ticket } = subject;
  const messages = new Map(subject.messages.map(message => [message.id, message]));
  const isFollowUp = ticket.followUpOf !== null && events.some(({ type }) => type === 'ticket.filed');
  const isTold = ticket.followers > 0 && events.some(event => isForFollowers({ event, messages }));
  const hasLate = [...messages.values()].some(({ late }) => late);
  return {
    ticket,
    threads: bySide(subject.threads),
    messages,
    authored,
    followers: isTold ? await client.listFollowers({ number, role: 'helpdesk' }) : [],
    waves: subject.waves,
    answeredMessageId: hasLate ? await findFirstLate({ client, number }) : undefined,
    earlierThreads: bySide(isFollowUp ? await readEarlier({ client, ticket }) : []),
  };
}

type ReadEarlierInput = { client: Client; ticket: Ticket };

/**
 * The threads of the ticket that is followed up; without one that others read, where either reporter hides their name: the
 * other ticket, or the message, would tell it.
 */
async function readEarlier({ client, ticket }: ReadEarlierInput): Promise<Thread[]> {
  const number = ticket.followUpOf ?? ticket.number;
  const [threads, earlier] = await Promise.all([
    client.listThreads({ number }),
    client.getTicket({ number, role: 'helpdesk' }),
  ]);
  if (!ticket.nameHidden && !earlier.nameHidden) return threads;
  return threads.filter(({ side, channel }) => side !== 'reporter' || !isReadByOthers(channel));
}

function bySide(threads: Thread[]): Map<ThreadSide, SlackRef> {
  return new Map(threads.map(({ side, channel, ts }) => [side, { channel, ts }]));
}

type ReadAuthoredInput = GatherFactsInput;

/** What the people wrote under the ticket whose name became known, by their id; of everybody where one is hidden, or not any more. */
async function readAuthored({ client, number, events }: ReadAuthoredInput): Promise<Map<string, Message[]>> {
  const named = events.filter(({ type }) => type === 'person.named').map(({ actor }) => actor.id);
  const isHiding = events.some(({ type, changes }) => type !== 'ticket.filed' && 'nameHidden' in changes);
  const authored = new Map<string, Message[]>();
  if (named.length === 0 && !isHiding) return authored;
  const query = { number, role: 'helpdesk', limit: 200 } as const;
  for await (const { messages } of pagesOf(cursor => client.listMessages({ ...query, cursor })))
    for (const message of messages) {
      const { id } = message.actor;
      if (isHiding || named.includes(id)) authored.set(id, [...(authored.get(id) ?? []), message]);
    }
  return authored;
}

type FindFirstLateInput = { client: Client; number: number };

/** Of the messages written in a thread after the closing, the first one is answered, and no other. */
async function findFirstLate({ client, number }: FindFirstLateInput): Promise<string | undefined> {
  let first: string | undefined;
  const query = { number, role: 'helpdesk', newestFirst: true, limit: 200 } as const;
  const pages = pagesOf(cursor => client.listMessages({ ...query, cursor }));
  for await (const { messages } of pages) {
    const late = messages.filter(message => message.late);
    first = late.findLast(({ origin, internal }) => origin !== null && !internal)?.id ?? first;
    if (late.length < messages.length) break;
  }
  return first;
}

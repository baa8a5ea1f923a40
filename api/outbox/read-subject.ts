import type { ReadSubject, Subject, Thread, WaveRef } from '@campus-desk/contract';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { messages, threads, tickets, waves, waveTickets } from '../../db/index.ts';
import { buildOnce } from '../build-once.ts';
import type { Context } from '../context.ts';
import { noMessage, toMessage } from '../messages/message-row.ts';
import { helpdesk, noTicket, ticketColumns, toTicket } from '../tickets/ticket-row.ts';

type ReadSubjectInput = { context: Context; number: number } & ReadSubject;

/** A ticket as helpdesk sees it, with its threads, these messages under it, and the waves that it is part of; throws `not_found` for either. */
export async function readSubject({ context, number, messageIds }: ReadSubjectInput): Promise<Subject> {
  const { db } = context;
  const wanted = [...new Set(messageIds)];
  const [[ticket], found] = await Promise.all([
    withThreads(db).execute({ number }),
    wanted.length === 0 ? [] : amongMessages(db).execute({ number, ids: JSON.stringify(wanted) }),
  ]);
  if (ticket === undefined) throw noTicket(number);
  if (found.length < wanted.length) throw noMessage();
  return {
    ticket: toTicket({ row: ticket, reader: helpdesk }),
    threads: ticket.threads,
    messages: found.map(row => toMessage({ row, hidden: undefined })),
    waves: ticket.waves,
  };
}

const { ticketNumber, side, channel, ts } = threads;
const boundThreads: SQL<Thread[]> = sql`(
  select coalesce(json_agg(json_build_object('ticketNumber', ${ticketNumber}, 'side', ${side}, 'channel', ${channel}, 'ts', ${ts})
    order by ${side}), '[]')
  from ${threads} where ${ticketNumber} = ${tickets.number})`;

const itsWaves: SQL<WaveRef[]> = sql`(
  select coalesce(json_agg(json_build_object('id', ${waves.id}, 'message',
    case when ${waves.ts} is not null then json_build_object('channel', ${waves.channel}, 'ts', ${waves.ts}) end)
    order by ${waves.id}), '[]')
  from ${waves} where ${waves.id} in (
    select ${waveTickets.waveId} from ${waveTickets} where ${waveTickets.ticketNumber} = ${tickets.number}))`;

const withThreads = buildOnce(db =>
  db
    .select({ ...ticketColumns, threads: boundThreads, waves: itsWaves })
    .from(tickets)
    .where(eq(tickets.number, sql.placeholder('number')))
    .prepare('ticket_with_threads'),
);

const amongMessages = buildOnce(db =>
  db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.ticketNumber, sql.placeholder('number')),
        sql`${messages.id} in (select jsonb_array_elements_text(${sql.placeholder('ids')}::jsonb))`,
      ),
    )
    .prepare('messages_of_ticket'),
);

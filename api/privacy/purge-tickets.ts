import { type Purged, type PurgeOrder, removedText } from '@campus-desk/contract';
import { and, asc, eq, exists, gt, inArray, lt, ne, or, sql } from 'drizzle-orm';
import { type Database, events, followers, messages, tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { recordAct } from './record-act.ts';
import { redactTickets } from './redact.ts';
import { replacePeople } from './replace-people.ts';

/** Tickets of one transaction: while their words are forgotten, a quarter of a second, nobody else's change may take away a word. */
const batchSize = 100;

/** Batches of one call: an answer comes within a minute. */
const maxBatches = 100;

const dayMs = 24 * 60 * 60 * 1000;

/** Stands for everybody on a purged ticket. */
const nobody = { id: 'removed', name: removedText };

type PurgeTicketsInput = { context: Pick<Context, 'db' | 'clock'>; order: PurgeOrder };

/**
 * Removes texts and names of the tickets that were closed so many days ago; status, category and times stay, and so do
 * all counts. A dry run only counts. What is left after 10,000 tickets is for the next call.
 */
export async function purgeTickets({ context, order }: PurgeTicketsInput): Promise<Purged> {
  const { db, clock } = context;
  const now = clock();
  const before = new Date(now.getTime() - order.closedDaysAgo * dayMs);
  if (order.dryRun) return { ...(await countOld({ db, before })), isMore: false };

  const counts = { tickets: 0, messages: 0, events: 0 };
  let isMore = true;
  let after = 0;
  try {
    for (let batch = 0; batch < maxBatches && isMore; batch += 1) {
      const { last, ...purged } = await db.transaction(tx => purgeSome({ tx, before, after }));
      counts.tickets += purged.tickets;
      counts.messages += purged.messages;
      counts.events += purged.events;
      isMore = purged.tickets === batchSize;
      after = last;
    }
  } finally {
    // Also where a batch failed: whoever knows the words that are gone forgets them by this.
    if (counts.tickets > 0)
      await recordAct({ db, act: { type: 'tickets.purged', subject: null, by: order.by, at: now, counts } });
  }
  return { ...counts, isMore };
}

type OldInput = { db: Database; before: Date };

/** Closed before then, with somebody on it or something written since the last purge. */
function isOld({ db, before }: OldInput) {
  const late = db
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.ticketNumber, tickets.number), ne(messages.actorId, nobody.id)));
  return and(
    eq(tickets.status, 'closed'),
    lt(tickets.closedAt, before),
    or(ne(tickets.reporterId, nobody.id), exists(late)),
  );
}

async function countOld({ db, before }: OldInput) {
  const old = db.select({ number: tickets.number }).from(tickets).where(isOld({ db, before }));
  return {
    tickets: await db.$count(tickets, isOld({ db, before })),
    messages: await db.$count(messages, inArray(messages.ticketNumber, old)),
    events: await db.$count(events, inArray(events.ticketNumber, old)),
  };
}

type PurgeSomeInput = {
  tx: Database;
  before: Date;
  /** Tickets up to this number have been looked at. */
  after: number;
};

async function purgeSome({ tx, before, after }: PurgeSomeInput) {
  const rows = await tx
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(gt(tickets.number, after), isOld({ db: tx, before })))
    .orderBy(asc(tickets.number))
    .limit(batchSize)
    .for('no key update');
  const numbers = rows.map(({ number }) => number);
  const last = numbers.at(-1) ?? after;
  if (numbers.length === 0) return { last, tickets: 0, messages: 0, events: 0 };
  const counts = {
    tickets: numbers.length,
    messages: await tx.$count(messages, inArray(messages.ticketNumber, numbers)),
    events: await tx.$count(events, inArray(events.ticketNumber, numbers)),
  };
  await redactTickets({ tx, numbers });
  await tx.delete(followers).where(inArray(followers.ticketNumber, numbers));
  await replacePeople({ tx, who: id => sql`${id} <> ${nobody.id}`, numbers, by: nobody });
  return { last, ...counts };
}

import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { createTicketIndex } from '@campus-desk/categoriser';
import { type Logger, shareNext, within } from '@campus-desk/service-kit';
import { and, desc, ne, type SQL } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';
import { lastRemoval } from '../privacy/record-act.ts';
import { numbered } from '../tickets/ticket-row.ts';
import { type ChangedTickets, followChanges } from './changed-tickets.ts';
import { type IndexedTicket, readIndexed } from './read-indexed.ts';

type TicketIndex = ReturnType<typeof createTicketIndex>;

/** Some of the tickets, such as the unclosed ones, by what they tell, whichever process changes them. */
export type SimilarTickets = {
  /** From what is loaded so far: the first call begins to load, and waits for that a moment. */
  find(input: Parameters<TicketIndex['find']>[0]): Promise<ReturnType<TicketIndex['find']>>;
  /** The same from what was taken in by now. */
  findKnown: TicketIndex['find'];
  /** Loads what is not loaded yet, and keeps up. */
  refresh(): Promise<void>;
  /** Takes in what has changed, and forgets what was removed; loads nothing that nobody has asked for. */
  keepUp(): Promise<void>;
  /** The lowest number that is known. */
  first(): number;
  stop(): void;
};

const pageSize = 200;

/** Reading ten thousand tickets takes seconds: after so long others get their turn. */
const sliceMs = 5;
const pauseMs = 15;

export type CreateSimilarTicketsInput = {
  db: Database;
  logger: Logger;
  /** Somebody who types does not wait longer for tickets that are being loaded, in milliseconds. */
  patienceMs?: number;
  /** Which tickets are kept: what is not closed, when absent. */
  kept?: () => SQL | undefined;
  /** Most tickets that are kept. */
  maxTickets?: number;
};

/** Nothing is read before the first call. */
export function createSimilarTickets(input: CreateSimilarTicketsInput): SimilarTickets {
  const { db, logger, patienceMs = 200, maxTickets = 20_000 } = input;
  const { kept = () => ne(tickets.status, 'closed') } = input;
  let index: TicketIndex | undefined;
  let opening: Promise<ChangedTickets> | undefined;
  let loading: Promise<void> | undefined;
  let removal = 0;
  /** Tickets whose change was taken in while others are loaded: what was read before is older. */
  const changed = new Set<number>();
  /** Tickets that have changed, and were not read since. */
  const unread = new Set<number>();
  let isStopped = false;
  /** With what was stored before it is called; one reading is for all who call meanwhile. */
  const catchUp = shareNext(takeChanges);
  const findKnown: TicketIndex['find'] = input => index?.find(input) ?? [];

  return {
    async find(input) {
      await within({ work: load(), ms: patienceMs });
      await catchUp();
      return findKnown(input);
    },
    findKnown,
    async refresh() {
      await load();
      await keepUp();
    },
    keepUp,
    first: () => index?.first ?? 0,
    stop: () => {
      isStopped = true;
    },
  };

  function load(): Promise<void> {
    loading ??= loadAll().catch(error => {
      loading = undefined;
      logger.warn({ err: error }, 'cannot load what tickets tell; trying again soon');
    });
    return loading;
  }

  async function keepUp(): Promise<void> {
    if (loading === undefined) return;
    await loading;
    if ((await lastRemoval(db)) !== removal) {
      loading = undefined;
      await load();
    }
    await catchUp();
  }

  async function loadAll(): Promise<void> {
    opening ??= followChanges(db);
    await opening.catch(error => {
      opening = undefined;
      throw error;
    });
    removal = await lastRemoval(db);
    index ??= createTicketIndex({ maxTickets });
    changed.clear();
    const rows = await db
      .select({ number: tickets.number })
      .from(tickets)
      .where(kept())
      .orderBy(desc(tickets.number))
      .limit(maxTickets);
    const numbers = rows.map(({ number }) => number);
    removeOthers(new Set(numbers));
    let sliceFrom = performance.now();
    for (const page of pagesOf(numbers))
      for (const ticket of await read(page)) {
        if (isStopped) return;
        if (!changed.has(ticket.number)) index?.put(ticket);
        if (performance.now() - sliceFrom < sliceMs) continue;
        await sleep(pauseMs, undefined, { ref: false });
        sliceFrom = performance.now();
      }
  }

  function removeOthers(listed: ReadonlySet<number>): void {
    for (const number of index?.numbers() ?? [])
      if (!listed.has(number) && !changed.has(number)) index?.remove(number);
  }

  async function takeChanges(): Promise<void> {
    for (const number of (await (await opening)?.readNew()) ?? []) unread.add(number);
    let sliceFrom = performance.now();
    for (const page of pagesOf([...unread])) {
      const found = new Map((await read(page)).map(ticket => [ticket.number, ticket]));
      for (const number of page) {
        take({ number, ticket: found.get(number) });
        if (performance.now() - sliceFrom < sliceMs) continue;
        await nextTurn();
        sliceFrom = performance.now();
      }
    }
  }

  function take({ number, ticket }: { number: number; ticket: IndexedTicket | undefined }): void {
    if (ticket === undefined) index?.remove(number);
    else index?.put(ticket);
    changed.add(number);
    unread.delete(number);
  }

  function read(numbers: number[]): Promise<IndexedTicket[]> {
    return readIndexed({ db, where: and(numbered(numbers), kept()) });
  }
}

function pagesOf(numbers: readonly number[]): number[][] {
  const pages: number[][] = [];
  for (let at = 0; at < numbers.length; at += pageSize) pages.push(numbers.slice(at, at + pageSize));
  return pages;
}

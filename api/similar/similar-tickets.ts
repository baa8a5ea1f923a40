import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { createTicketIndex } from '@campus-desk/categoriser';
import { type Logger, within } from '@campus-desk/service-kit';
import { desc, gt, inArray, ne } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';
import { lastRemoval } from '../privacy/record-act.ts';
import { type ChangedTickets, followChanges } from './changed-tickets.ts';

type TicketIndex = ReturnType<typeof createTicketIndex>;

/** The unclosed tickets, or the recent ones, by what they tell, those of other processes too. */
export type SimilarTickets = {
  /** From what is loaded so far: the first call begins to load, and waits for that a moment. */
  find(input: Parameters<TicketIndex['find']>[0]): Promise<ReturnType<TicketIndex['find']>>;
  /** Loads what is not loaded yet, and takes in what has changed. */
  refresh(): Promise<void>;
  /** The lowest number that is known. */
  first(): number;
  stop(): void;
};

const pageSize = 200;

/** Reading ten thousand tickets takes seconds: after so long others get their turn. */
const sliceMs = 5;
const pauseMs = 15;

type CreateSimilarTicketsInput = {
  db: Database;
  logger: Logger;
  /** Somebody who types does not wait longer for tickets that are being loaded, in milliseconds. */
  patienceMs?: number;
  /** Keeps what was opened since then, closed or not; without it, what is not closed. */
  openedSince?: () => Date;
  /** Most tickets that are kept. */
  maxTickets?: number;
};

/** Nothing is read before the first call. */
export function createSimilarTickets(input: CreateSimilarTicketsInput): SimilarTickets {
  const { db, logger, patienceMs = 200, openedSince, maxTickets = 20_000 } = input;
  let index: TicketIndex | undefined;
  let opening: Promise<ChangedTickets> | undefined;
  let loading: Promise<void> | undefined;
  let refreshing = Promise.resolve();
  let removal: number | undefined;
  /** Tickets that changed while others are loaded: what was read before is older. */
  const changed = new Set<number>();
  let isStopped = false;

  return {
    async find(input) {
      await within({ work: load(), ms: patienceMs });
      await catchUp();
      return index?.find(input) ?? [];
    },
    async refresh() {
      const removed = await lastRemoval(db);
      if (removal !== undefined && removed !== removal) loading = undefined;
      removal = removed;
      await load();
      await catchUp();
    },
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

  async function loadAll(): Promise<void> {
    opening ??= followChanges(db);
    await opening.catch(error => {
      opening = undefined;
      throw error;
    });
    index ??= createTicketIndex({ maxTickets });
    changed.clear();
    const numbers = await db
      .select({ number: tickets.number })
      .from(tickets)
      .where(openedSince ? gt(tickets.openedAt, openedSince()) : ne(tickets.status, 'closed'))
      .orderBy(desc(tickets.number))
      .limit(maxTickets);
    let sliceFrom = performance.now();
    for (let at = 0; at < numbers.length; at += pageSize) {
      for (const ticket of await read(numbers.slice(at, at + pageSize).map(({ number }) => number))) {
        if (isStopped) return;
        if (!changed.has(ticket.number)) take(ticket);
        if (performance.now() - sliceFrom < sliceMs) continue;
        await sleep(pauseMs, undefined, { ref: false });
        sliceFrom = performance.now();
      }
    }
  }

  /** One after the other, each with what was stored before it was called. */
  function catchUp(): Promise<void> {
    refreshing = refreshing.then(takeChanges, takeChanges);
    return refreshing;
  }

  async function takeChanges(): Promise<void> {
    const numbers = await (await opening)?.readNew();
    if (numbers === undefined || numbers.length === 0) return;
    for (const number of numbers) changed.add(number);
    let sliceFrom = performance.now();
    for (const ticket of await read(numbers)) {
      take(ticket);
      if (performance.now() - sliceFrom < sliceMs) continue;
      await nextTurn();
      sliceFrom = performance.now();
    }
  }

  function take({ status, ...ticket }: Awaited<ReturnType<typeof read>>[number]): void {
    if (status === 'closed' && !openedSince) index?.remove(ticket.number);
    else index?.put(ticket);
  }

  async function read(numbers: number[]) {
    const rows = await db.select(columns).from(tickets).where(inArray(tickets.number, numbers));
    return rows.map(({ isUnsure, category, ...row }) => ({ ...row, category: isUnsure ? null : category }));
  }
}

const columns = {
  number: tickets.number,
  status: tickets.status,
  description: tickets.description,
  location: tickets.location,
  place: tickets.place,
  category: tickets.category,
  isUnsure: tickets.categoryUnsure,
  openedAt: tickets.openedAt,
};

import { maxWaveTickets, type Wave } from '@campus-desk/contract';
import { asc, eq } from 'drizzle-orm';
import { type Database, tickets, waves, waveTickets } from '../../db/index.ts';
import { helpdesk, numbered, ticketColumns, toTicket } from '../tickets/ticket-row.ts';
import { noWave } from './refusals.ts';
import { messageOf } from './tell-wave.ts';

type GetWaveInput = { db: Database; id: number };

/** The wave as it is now, its first tickets as helpdesk sees them; throws `not_found`. */
export async function getWave({ db, id }: GetWaveInput): Promise<Wave> {
  const [wave] = await db.select().from(waves).where(eq(waves.id, id));
  if (wave === undefined) throw noWave(id);
  const members = await readMembers({ db, id });
  const shown = members.slice(0, maxWaveTickets).map(({ number }) => number);
  const rows = await db
    .select(ticketColumns)
    .from(tickets)
    .where(numbered(shown))
    .orderBy(asc(tickets.number));
  const { postingTo, people, likely, foundAt } = wave;
  return {
    id,
    message: messageOf(wave),
    postingTo,
    places: [...new Set(members.flatMap(({ place }) => place ?? []))].toSorted(),
    people,
    likely,
    foundAt: foundAt.toISOString(),
    tickets: rows.map(row => toTicket({ row, reader: helpdesk })),
    numbers: members.map(({ number }) => number),
    ...groupingOf(members),
  };
}

type Member = Awaited<ReturnType<typeof readMembers>>[number];

function readMembers({ db, id }: GetWaveInput) {
  const { number, status, duplicateOf, place } = tickets;
  return db
    .select({ number, status, duplicateOf, place })
    .from(waveTickets)
    .innerJoin(tickets, eq(tickets.number, waveTickets.ticketNumber))
    .where(eq(waveTickets.waveId, id))
    .orderBy(asc(number));
}

/** The oldest that is not closed stands for the others, or what that is a duplicate of. */
function groupingOf(members: readonly Member[]): Pick<Wave, 'original' | 'ungrouped'> {
  const unclosed = members.filter(({ status }) => status !== 'closed');
  const [first] = unclosed;
  const original = first?.duplicateOf ?? first?.number ?? null;
  const others = unclosed.filter(({ number, duplicateOf }) => number !== original && duplicateOf === null);
  return { original, ungrouped: others.map(({ number }) => number) };
}

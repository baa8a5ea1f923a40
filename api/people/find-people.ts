import { fold, spellingsOf } from '@campus-desk/categoriser';
import { type AppError, invalid, type Person, type Reader } from '@campus-desk/contract';
import { type SQL, sql } from 'drizzle-orm';
import { type Database, searchPeople, tickets } from '../../db/index.ts';

/** More people than these are no answer to a name. */
const maxPeople = 10;

type NameField = 'reporterName' | 'assigneeName';

type FindPeopleInput = { db: Database; reader: Reader; called: string; path: NameField };

/**
 * Everybody who is called so, by the whole name or the beginning of each of its parts, among those whose tickets the role may
 * see; throws `validation_failed`, with names that are near, where it is nobody or more than ten.
 */
export async function findPeople({ db, reader, called, path }: FindPeopleInput): Promise<Person[]> {
  const parts = partsOf(called);
  const people = parts.length === 0 ? [] : await readNear({ db, reader, called, parts, path });
  const exact = people.filter(({ id, name }) => id === called || partsOf(name).join(' ') === parts.join(' '));
  const found = exact.length > 0 ? exact : people.filter(({ name }) => isCalled({ name, called }));
  if (found.length === 0) throw nobody({ called, path, near: people });
  if (found.length > maxPeople)
    throw invalid({
      path,
      message: `More than ${maxPeople} people are called “${called}”. Write more of the name, such as “${found[0]?.name}”.`,
      reason: 'too_many_called',
      values: { max: maxPeople, name: called },
    });
  return found.toSorted((one, other) => one.name.localeCompare(other.name));
}

/** `@ada.okafor` is how Slack may write it. */
function partsOf(name: string): string[] {
  return lettersIn(fold(name));
}

function lettersIn(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter(part => part !== '');
}

/** Whether each part of what somebody is called begins a part of the name, with or without accents: Muller or Mueller, Müller. */
function isCalled({ name, called }: { name: string; called: string }): boolean {
  const names = spellingsOf(name).map(lettersIn);
  return spellingsOf(called).some(spelling =>
    names.some(own => lettersIn(spelling).every(part => own.some(one => one.startsWith(part)))),
  );
}

type ReadNearInput = FindPeopleInput & { parts: string[] };

/** People whose name is like this, the likest first. */
function readNear({ db, ...name }: ReadNearInput): Promise<Person[]> {
  return db.transaction(
    async tx => {
      await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', '0.4', true)`);
      return nearOnes({ db: tx, ...name });
    },
    { accessMode: 'read only' },
  );
}

function nearOnes({ db, reader, called, parts, path }: ReadNearInput): Promise<Person[]> {
  const wanted = parts.join(' ');
  const { id } = searchPeople;
  const name = sql`fold_word(${searchPeople.name})`;
  // An apostrophe stands in the name, and what is folded has none.
  const isLike = [...new Set([...parts, ...lettersIn(called).map(fold)])].map(
    part => sql`(${name} like ${`%${part}%`} or ${part} <% ${name})`,
  );
  return db
    .select()
    .from(searchPeople)
    .where(sql`(${id} = ${called} or ${sql.join(isLike, sql` or `)}) and ${hasTickets({ reader, path })}`)
    .orderBy(sql`similarity(${name}, ${wanted}) desc`, searchPeople.name, id)
    .limit(200);
}

/** That the reader may see: to a user somebody who has none is as unknown as anybody else. */
function hasTickets({ reader: { role, viewer = '' }, path }: Pick<FindPeopleInput, 'reader' | 'path'>): SQL {
  const person = path === 'reporterName' ? tickets.reporterId : tickets.assigneeId;
  const visible =
    role === 'helpdesk'
      ? sql``
      : sql`and ${tickets.status} <> 'closed' and not (${tickets.nameHidden} and ${tickets.reporterId} = ${searchPeople.id}
          and ${searchPeople.id} <> ${viewer})`;
  return sql`exists (select from ${tickets} where ${person} = ${searchPeople.id} ${visible})`;
}

type NobodyInput = { called: string; path: NameField; near: Person[] };

function nobody({ called, path, near }: NobodyInput): AppError {
  const does =
    path === 'reporterName' ? 'has reported a ticket that you can see' : 'works on a ticket that you can see';
  const names = [...new Set(near.map(({ name }) => name))].slice(0, 3);
  const advice =
    names.length === 0 ? 'Write the name as the tickets show it.' : `Do you mean ${names.join(' or ')}?`;
  const message = `Nobody called “${called}” ${does}. ${advice}`;
  return invalid({ path, message, reason: 'nobody_called', values: { name: called } });
}

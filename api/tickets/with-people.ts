import type { ListTickets, Person, Understood } from '@campus-desk/contract';
import type { Database } from '../../db/index.ts';
import { findPeople } from '../people/find-people.ts';

/** A query with the people whose names it says, as lists of their ids in JSON. */
export type PeopleQuery = ListTickets & { reporters?: string; assignees?: string };

type WithPeopleInput = { db: Database; query: ListTickets };

/** The query with the people it names, and who these are; throws `validation_failed` where a name is nobody's. */
export async function withPeople(
  input: WithPeopleInput,
): Promise<{ query: PeopleQuery; people: Pick<Understood, 'reporters' | 'assignees'> }> {
  const { db, query } = input;
  const { role, viewer, reporterName, assigneeName } = query;
  const reader = { role, viewer };
  const [reporters, assignees] = await Promise.all([
    reporterName && findPeople({ db, reader, called: reporterName, path: 'reporterName' }),
    assigneeName && findPeople({ db, reader, called: assigneeName, path: 'assigneeName' }),
  ]);
  return {
    query: {
      ...query,
      ...(reporters && { reporters: idsOf(reporters) }),
      ...(assignees && { assignees: idsOf(assignees) }),
    },
    people: { ...(reporters && { reporters }), ...(assignees && { assignees }) },
  };
}

function idsOf(people: Person[]): string {
  return JSON.stringify(people.map(({ id }) => id));
}

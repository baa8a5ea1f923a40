import { AppError, type Status, statuses, visibleStatuses } from '@campus-desk/contract';
import { eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { tickets } from '../../db/index.ts';
import { isTold } from '../followers/told-of.ts';
import { maySee } from './policy.ts';
import type { PeopleQuery } from './with-people.ts';

const fields = [
  ...(['category', 'place', 'reporter', 'told', 'assignee', 'unassigned', 'move'] as const),
  ...(['reporters', 'assignees'] as const),
];
type Field = (typeof fields)[number];

const personFields = ['reporter', 'assignee', 'reporters', 'assignees'] as const;
type PersonField = (typeof personFields)[number];

/** By what a list is filtered, besides words: the statuses themselves, and which fields have a wanted value. */
export type Filters = {
  wanted: readonly Status[];
  fields: readonly Field[];
  /** Whoever reads the list is not to know this person where they hide their name. */
  hides?: readonly PersonField[];
  /** It is known who reads the list: their own tickets are not hidden from them. */
  hasViewer?: boolean;
};

type FiltersOfInput = { query: PeopleQuery; ticketCommand: string };

/** The filters of a query; throws `forbidden_for_role` when they ask for what the role may not see. */
export function filtersOf({ query, ticketCommand }: FiltersOfInput): Filters {
  const { role, status: wanted = visibleStatuses[role] } = query;
  if (!wanted.every(status => maySee({ role, status })))
    throw new AppError({
      code: 'forbidden_for_role',
      message: `Closed tickets are shown to helpdesk only: ${ticketCommand} list closed as helpdesk`,
      details: { reason: 'closed_list' },
    });
  if (role === 'user' && query.told !== undefined && query.told !== query.viewer)
    throw new AppError({
      code: 'forbidden_for_role',
      message: 'Only the helpdesk sees what somebody else follows. Enter as helpdesk to do that.',
    });
  const hides = personFields.filter(
    field => query[field] !== undefined && role === 'user' && query[field] !== query.viewer,
  );
  return {
    wanted,
    fields: fields.filter(field => query[field] !== undefined),
    ...(hides.length > 0 && { hides, hasViewer: query.viewer !== undefined }),
  };
}

type ConditionsOfInput = {
  filters: Filters;
  /** The wanted value of a field, or a placeholder for it. */
  given: (field: Field | 'viewer') => unknown;
};

/** The filters as conditions on the tickets. */
export function conditionsOf({ filters, given }: ConditionsOfInput): SQL[] {
  const { wanted, fields, hides = [], hasViewer = false } = filters;
  const isOthers = hasViewer ? sql`and ${tickets.reporterId} <> ${given('viewer')}` : sql``;
  return [
    ...(wanted.length < statuses.length ? [statusIs(wanted)] : []),
    ...fields.flatMap(field => conditions[field](sql`${given(field)}`) ?? []),
    ...hides.map(
      field => sql`not (${tickets.nameHidden} ${isOthers} and ${isReporter[field](sql`${given(field)}`)})`,
    ),
  ];
}

type PersonColumn = typeof tickets.reporterId | typeof tickets.assigneeId;

const isOne = (column: PersonColumn) => (value: SQL) => eq(column, value);
/** Of ids from a list in JSON: they may have any characters. */
const isAnyOf = (column: PersonColumn) => (value: SQL) =>
  sql`${column} = any(array(select jsonb_array_elements_text(${value}::text::jsonb)))`;

const isReporter: Record<PersonField, (value: SQL) => SQL> = {
  reporter: isOne(tickets.reporterId),
  assignee: isOne(tickets.reporterId),
  reporters: isAnyOf(tickets.reporterId),
  assignees: isAnyOf(tickets.reporterId),
};

const conditions: Record<Field, (value: SQL) => SQL | undefined> = {
  category: value => eq(tickets.category, value),
  place: value => eq(tickets.place, value),
  reporter: isReporter.reporter,
  told: isTold,
  assignee: isOne(tickets.assigneeId),
  reporters: isReporter.reporters,
  assignees: isAnyOf(tickets.assigneeId),
  unassigned: () => isNull(tickets.assigneeId),
  // Nobody has a turn while a ticket waits, is a duplicate, or once it is closed; "not closed" is what the index of the few
  // unclosed has.
  move: value => sql`(${tickets.status} <> 'closed' and ${tickets.waitingUntil} is null and ${tickets.duplicateOf} is null
    and ${tickets.awaitsReporter} = (${value}::text = 'reporter'))`,
};

/** Written as "not closed" where that is meant, so that PostgreSQL uses the index of the few unclosed tickets. */
function statusIs(wanted: readonly Status[]): SQL {
  const one = inArray(tickets.status, [...wanted]);
  return wanted.includes('closed') ? one : sql`(${one} and ${tickets.status} <> 'closed')`;
}

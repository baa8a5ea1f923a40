import { isDeepStrictEqual } from 'node:util';
import type { Changes, ChangeTicket, Person } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { automaticCategory, categoryByHand } from './category-values.ts';
import { placeByHand, recognisedPlace } from './place-values.ts';
import { helpdesk, type TicketRow, toTicket } from './ticket-row.ts';
import { waitingValues } from './waiting.ts';

/** Fields whose change is history; the rest of a ticket follows from them. */
const recorded = [
  'status',
  'assignee',
  'closingNote',
  'category',
  'categorySource',
  'urgent',
  'nameHidden',
  'description',
  'location',
  'place',
  'solved',
  'answersOthers',
  'waiting',
  'duplicateOf',
  'duplicates',
] as const;

type ChangeValuesInput = { before: TicketRow; change: ChangeTicket; context: Context };

/** The values of a ticket that a change gives it; the times of a status come from the database. */
export function changeValues(input: ChangeValuesInput): Partial<TicketRow> {
  const { change } = input;
  return {
    ...editValues(input),
    ...placeValues(input),
    ...urgentValues(input),
    ...moveValues(change),
    ...waitingValues(change),
  };
}

/** The ticket's values when the change is an edit: description, location, category, whether the name is hidden or it is solved. */
function editValues({ before, change, context }: ChangeValuesInput) {
  const { description = before.description, location = before.location, category, actor } = change;
  const { solved = before.solved, hideName: nameHidden = before.nameHidden } = change;
  const { answersOthers = before.answersOthers } = change;
  const edited = { description, location, solved, answersOthers, nameHidden };
  if (category !== undefined) return { ...edited, ...categoryByHand({ category, role: actor.role }) };
  if (description === before.description || before.categorySource !== 'auto') return edited;
  return { ...edited, ...automaticCategory(context.categoriser.categorise(description)) };
}

/** The place that a person chose; else the one that the new words name, as long as nobody has chosen. */
function placeValues({ before, change, context }: ChangeValuesInput) {
  const { description = before.description, location = before.location, place } = change;
  const { places } = context;
  if (place !== undefined) return placeByHand({ finder: places(), place, before: before.place });
  const isSame = description === before.description && location === before.location;
  return isSame || before.placeByHand
    ? {}
    : recognisedPlace({ finder: places(), ticket: { description, location } });
}

/** Whether it is urgent: what a person says, and until then what its words say. */
function urgentValues({ before, change, context }: ChangeValuesInput) {
  const { urgent, description = before.description } = change;
  if (urgent !== undefined) return { urgent, urgentByHand: true };
  if (description === before.description || before.urgentByHand) return {};
  return { urgent: context.tellsOfDanger(description) };
}

/** The values that come with a new status or assignee. */
function moveValues({ actor, status, closingNote = null, assignee }: ChangeTicket) {
  if (status === 'active') return { status, ...assigneeValues(assignee === undefined ? actor : assignee) };
  const assigned = assignee === undefined ? {} : assigneeValues(assignee);
  if (status !== 'closed') return assigned;
  return { status, closingNote, closedById: actor.id, closedByName: actor.name, ...assigned };
}

function assigneeValues(assignee: Person | null) {
  return { assigneeId: assignee?.id ?? null, assigneeName: assignee?.name ?? null };
}

/** What of a ticket's history is different, by field. */
export function difference(rows: { before: TicketRow; after: TicketRow }): Changes {
  const before = toTicket({ row: rows.before, reader: helpdesk });
  const after = toTicket({ row: rows.after, reader: helpdesk });
  const changed = recorded.filter(field => !isDeepStrictEqual(before[field], after[field]));
  return Object.fromEntries(changed.map(field => [field, { from: before[field], to: after[field] }]));
}

/** What words decide until a person has said it. */
const saidByHand = ['placeByHand', 'urgentByHand'] as const;

type NewlySaidInput = { before: TicketRow; values: Partial<TicketRow> };

/** What a person has said from now on, also where it is what the words say. */
export function newlySaid({ before, values }: NewlySaidInput): Changes {
  const said = saidByHand.filter(field => values[field] && !before[field]);
  return Object.fromEntries(said.map(field => [field, { from: false, to: true }]));
}

import {
  type Actor,
  type ChangeTicket,
  type Person,
  type Reader,
  type Role,
  type Status,
  type Ticket,
  visibleStatuses,
} from '@campus-desk/contract';

/** The fields only helpdesk changes. */
const helpdeskFields = ['status', 'category', 'assignee', 'waiting', 'urgent', 'answersOthers'] as const;

/** Whether a role may look at a ticket of this status. */
export function maySee({ role, status }: { role: Role; status: Status }): boolean {
  return visibleStatuses[role].includes(status);
}

/** Whether a role may write notes, see them, and see what happened to them. */
export function maySeeNotes(role: Role): boolean {
  return role === 'helpdesk';
}

/** Whether this person may file a ticket whose reporter that is: helpdesk may for anybody, others for themselves. */
export function mayFileFor({ actor, reporter }: { actor: Actor; reporter: Person }): boolean {
  return actor.role === 'helpdesk' || actor.id === reporter.id;
}

/** Whether a role may say of which ticket another one is a duplicate. */
export function mayMarkDuplicates(role: Role): boolean {
  return role === 'helpdesk';
}

/** Whether a role may see what several people report at once, closed tickets and all names among it. */
export function maySeeWaves(role: Role): boolean {
  return role === 'helpdesk';
}

/** Whether a role may write to everybody who is told of a ticket. */
export function mayAnswerAll(role: Role): boolean {
  return role === 'helpdesk';
}

/** What decides who may know the reporter of a ticket. */
type Hideable = { reporterId: string; nameHidden: boolean };

/** The rights of whoever acts, as a reader. */
export function readerOf({ role, id }: Actor): Reader {
  return { role, viewer: id };
}

/** The id of whom a reader is not to know: a reporter who hides their name, from other users. */
export function hiddenFrom({ reader, ticket }: { reader: Reader; ticket: Hideable }): string | undefined {
  const { reporterId, nameHidden } = ticket;
  return !nameHidden || reader.role === 'helpdesk' || reader.viewer === reporterId ? undefined : reporterId;
}

type MaySeeFollowedInput = { reader: Reader; ticket: Hideable & { followsHidden: boolean } };

/** Whether a reader may know which ticket is followed up: of one person's two tickets the named one names the hidden one. */
export function maySeeFollowed({ reader, ticket }: MaySeeFollowedInput): boolean {
  const nameHidden = ticket.nameHidden || ticket.followsHidden;
  return hiddenFrom({ reader, ticket: { ...ticket, nameHidden } }) === undefined;
}

type MayHideNameInput = { actor: Actor; ticket: Pick<Hideable, 'reporterId'> };

/** Whether this person may decide if a reporter's name is hidden: helpdesk may for anybody, others for themselves. */
export function mayHideName({ actor, ticket }: MayHideNameInput): boolean {
  return actor.role === 'helpdesk' || actor.id === ticket.reporterId;
}

type MayFollowForInput = { actor: Actor; userId: string };

/** Whether this person may decide that somebody is told of a ticket: helpdesk may for anybody, others for themselves. */
export function mayFollowFor({ actor, userId }: MayFollowForInput): boolean {
  return actor.role === 'helpdesk' || actor.id === userId;
}

type MayAnswerSolvedInput = { actor: Actor; ticket: Pick<Ticket, 'reporter'> };

/** Whether this person may say that a ticket is solved: its reporter, as a user. */
export function mayAnswerSolved({ actor, ticket }: MayAnswerSolvedInput): boolean {
  return actor.role === 'user' && ticket.reporter.id === actor.id;
}

/** What decides who may answer which category is right. */
type Categorised = Pick<Ticket, 'reporter' | 'categorySource' | 'categoryUnsure'>;

/** Whether this person may answer an unsure category: the reporter, once, before anybody else has. */
export function mayAnswerCategory({ actor, ticket }: { actor: Actor; ticket: Categorised }): boolean {
  return ticket.categorySource === 'auto' && ticket.categoryUnsure && ticket.reporter.id === actor.id;
}

type ForbiddenFieldInput = { change: ChangeTicket; ticket: Categorised };

/** The first field of a change that the actor's role must not change. */
export function forbiddenField(input: ForbiddenFieldInput): (typeof helpdeskFields)[number] | undefined {
  const {
    change: { actor, ...change },
    ticket,
  } = input;
  if (actor.role === 'helpdesk') return undefined;
  const forbidden = helpdeskFields.filter(
    field => field !== 'category' || !mayAnswerCategory({ actor, ticket }),
  );
  return forbidden.find(field => change[field] !== undefined);
}

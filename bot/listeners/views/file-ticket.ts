import { hasCode, invalid, sameFrom } from '@campus-desk/contract';
import type { ModalView } from '@slack/types';
import { ids } from '../../ids.ts';
import { type CardPlace, filedView } from '../../ui/filed-view.ts';
import { type FilingSource, filingForm, type ReadFiling, readFiling } from '../../ui/filing-form.ts';
import { hintIn } from '../../ui/filing-hint.ts';
import { textOf } from '../../ui/modal.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import { copyInBackground } from '../handling/copy-in-background.ts';
import { emergencyOf, tellsOfDanger } from '../handling/emergency.ts';
import { findPerson } from '../handling/find-person.ts';
import { messageKey } from '../handling/message-key.ts';
import { offeredTickets } from '../handling/offered-tickets.ts';
import type { Form, RefusedSubmission, Submission, SubmitAnswer } from '../handling/on-submit.ts';

/** "Send" of "Report a problem": the ticket, then its confirmation in the same modal. */
export const fileTicketForm: Form = { submit: fileTicket, refused: followAgain };

async function fileTicket(submission: Submission): Promise<SubmitAnswer> {
  const { context } = submission;
  // A hint that came later would wipe what is said about the form.
  await context.hints?.sent(submission);
  const typed = readFiling(submission);
  const asking = await askWhetherSame({ submission, typed });
  if (asking !== undefined) return { response_action: 'update', view: asking };
  const { role, source, reach, reporterId, isDeclined: _d, isAsked: _a, ...filing } = typed;
  const [actor, reporter] = await Promise.all([
    submission.actor(role),
    reporterId === undefined ? undefined : findPerson({ context, id: reporterId, field: 'reporter' }),
  ]);
  const idempotencyKey = keyOf({ submission, followUpOf: filing.followUpOf, source });
  const from = source?.permalink === undefined ? {} : { source: { permalink: source.permalink } };
  const filed = { ...filing, ...from, actor, reporter };
  const [ticket, backAt] = await Promise.all([
    context.client
      .fileTicket(filed, { idempotencyKey })
      .catch(error => sayItIsOne({ error, source, texts: context.texts })),
    context.helpdeskBack(),
  ]);
  // A thread that others read would name its reporter.
  const isInThread = source?.permalink !== undefined && reach !== 'message' && !ticket.nameHidden;
  if (isInThread) copyInBackground({ context, number: ticket.number, source });
  const reportedFor = ticket.reporter.id === actor.id ? undefined : ticket.reporter.name;
  const cardPlace = ticket.nameHidden ? 'direct messages' : cardPlaceOf({ source, reach });
  const { commands, texts } = context;
  const { ticket: command } = commands;
  const emergency = await emergencyOf({ context, ticket });
  const view = filedView({ texts, ticket, role, command, cardPlace, reportedFor, backAt, emergency });
  return { response_action: 'update', view };
}

/** What is typed next has its hints again. */
function followAgain({ submission, refusal }: RefusedSubmission): void {
  const { context, viewId, fields, values } = submission;
  const text = textOf({ values, name: ids.file.description });
  const named = refusal.fields.filter(({ path }) => fields.includes(path));
  const others = named.filter(({ path }) => path !== ids.file.description).map(({ message }) => message);
  const notice = named.length === 0 ? refusal.message : others.join(' ');
  context.hints?.refused({ viewId, text, notice: notice === '' ? undefined : notice });
}

type AskWhetherSameInput = { submission: Submission; typed: ReadFiling };

/**
 * The form again, once, with what is so much alike that it may be the same; undefined where it is to be filed. Words of
 * danger are never held back.
 */
async function askWhetherSame(input: AskWhetherSameInput): Promise<ModalView | undefined> {
  const { submission, typed } = input;
  const { context, blocks, viewId } = submission;
  const { client, logger, hints, patienceMs, texts } = context;
  if (typed.isDeclined || typed.isAsked) return undefined;
  const { description: text, location, role } = typed;
  const offered = await offeredTickets({ client, logger, text, location, role, patienceMs });
  const tickets = offered?.filter(({ similarity }) => similarity >= sameFrom) ?? [];
  if (tickets.length === 0 || (await tellsOfDanger({ context, text })) !== false) return undefined;
  const offers = { tickets, isAsked: true, now: context.now() };
  const filing = { ...typed, isAsked: true as const };
  hints?.opened({ viewId, filing, tickets });
  return filingForm({ texts, filing, hint: hintIn(blocks), offers, isTold: hints !== undefined });
}

type SayItIsOneInput = { error: unknown; source: FilingSource | undefined; texts: Texts };

/** Two forms of one message make one ticket: whoever sends the second is told so. */
function sayItIsOne({ error, source, texts }: SayItIsOneInput): never {
  if (source === undefined || !hasCode(error, 'idempotency_mismatch')) throw error;
  throw invalid({ path: ids.file.description, message: texts.report.filed.madeAlready });
}

type CardPlaceOfInput = Pick<ReturnType<typeof readFiling>, 'source' | 'reach'>;

/** Under the message where the bot can read it, which is not known when Slack took too long to say. */
function cardPlaceOf({ source, reach }: CardPlaceOfInput): CardPlace {
  if (source?.permalink === undefined || reach === 'message') return 'direct messages';
  return reach;
}

type KeyOfInput = {
  submission: Submission;
  followUpOf: number | undefined;
  source: FilingSource | undefined;
};

/**
 * One view files one ticket, and so does one message; a follow-up may be filed in the view that showed an earlier
 * confirmation.
 */
function keyOf(input: KeyOfInput): string {
  const { followUpOf, source } = input;
  if (source !== undefined) return messageKey(source);
  const { viewId } = input.submission;
  return followUpOf === undefined ? viewId : `${viewId}:${followUpOf}`;
}

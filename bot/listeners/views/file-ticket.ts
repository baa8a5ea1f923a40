import { type CardPlace, filedView } from '../../ui/filed-view.ts';
import { readFiling } from '../../ui/filing-form.ts';
import { copyInBackground } from '../handling/copy-in-background.ts';
import { findPerson } from '../handling/find-person.ts';
import type { Form, Submission, SubmitAnswer } from '../handling/on-submit.ts';

/** "Send" of "Report a problem": the ticket, then its confirmation in the same modal. */
export const fileTicketForm: Form = { submit: fileTicket };

async function fileTicket(submission: Submission): Promise<SubmitAnswer> {
  const { context } = submission;
  const { role, source, reach, reporterId, ...filing } = readFiling(submission);
  const [actor, reporter] = await Promise.all([
    submission.actor(role),
    reporterId === undefined ? undefined : findPerson({ context, id: reporterId, field: 'reporter' }),
  ]);
  const idempotencyKey = keyOf({ submission, followUpOf: filing.followUpOf });
  const from = source === undefined ? {} : { source: { permalink: source.permalink } };
  const ticket = await context.client.fileTicket({ ...filing, ...from, actor, reporter }, { idempotencyKey });
  if (source !== undefined && reach !== 'message')
    copyInBackground({ context, number: ticket.number, source });
  const reportedFor = ticket.reporter.id === actor.id ? undefined : ticket.reporter.name;
  const cardPlace = cardPlaceOf({ source, reach });
  const view = filedView({ ticket, role, command: context.commands.ticket, cardPlace, reportedFor });
  return { response_action: 'update', view };
}

type CardPlaceOfInput = Pick<ReturnType<typeof readFiling>, 'source' | 'reach'>;

/** Under the message where the bot can read it, which is not known when Slack took too long to say. */
function cardPlaceOf({ source, reach }: CardPlaceOfInput): CardPlace {
  if (source === undefined || reach === 'message') return 'direct messages';
  return reach;
}

type KeyOfInput = { submission: Submission; followUpOf: number | undefined };

/** One view files one ticket; a follow-up may be filed in the view that showed an earlier confirmation. */
function keyOf(input: KeyOfInput): string {
  const { followUpOf } = input;
  const { viewId } = input.submission;
  return followUpOf === undefined ? viewId : `${viewId}:${followUpOf}`;
}

import { copyThread } from '../../conversation/copy-thread.ts';
import { type CardPlace, filedView } from '../../ui/filed-view.ts';
import { type FilingSource, readFiling } from '../../ui/filing-form.ts';
import type { ListenerContext } from '../handling/context.ts';
import type { Form, Submission, SubmitAnswer } from '../handling/on-submit.ts';

/** "Send" of "Report a problem": the ticket, then its confirmation in the same modal. */
export const fileTicketForm: Form = { submit: fileTicket };

async function fileTicket(submission: Submission): Promise<SubmitAnswer> {
  const { context } = submission;
  const { role, source, reach, ...filing } = readFiling(submission);
  const actor = await submission.actor(role);
  const idempotencyKey = keyOf({ submission, followUpOf: filing.followUpOf });
  const from = source === undefined ? {} : { source: { permalink: source.permalink } };
  const ticket = await context.client.fileTicket({ ...filing, ...from, actor }, { idempotencyKey });
  if (source !== undefined && reach !== 'message')
    copyInBackground({ context, number: ticket.number, source });
  const cardPlace = cardPlaceOf({ source, reach });
  const view = filedView({ ticket, role, command: context.commands.ticket, cardPlace });
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

/** A long thread takes longer than Slack waits; what is missed, catch-up finds. */
function copyInBackground(input: { context: ListenerContext; number: number; source: FilingSource }): void {
  const { context, number } = input;
  const copying = copyThread(input).catch(err => context.logger.warn({ err, number }, 'thread not copied'));
  context.inFlight.track({ kind: 'background', work: copying });
}

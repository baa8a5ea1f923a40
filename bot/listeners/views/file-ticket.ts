import { filedView } from '../../ui/filed-view.ts';
import { readReport } from '../../ui/report-form.ts';
import type { Form, Submission, SubmitAnswer } from '../on-submit.ts';

/** "Send" of "Report a problem": the ticket, then its confirmation in the same modal. */
export const fileTicketForm: Form = { submit: fileTicket };

async function fileTicket(submission: Submission): Promise<SubmitAnswer> {
  const { role, ...report } = readReport(submission);
  const actor = await submission.actor(role);
  const idempotencyKey = keyOf({ submission, followUpOf: report.followUpOf });
  const ticket = await submission.desk.client.fileTicket({ ...report, actor }, { idempotencyKey });
  return { response_action: 'update', view: filedView({ ticket, role }) };
}

/** One view files one ticket; a follow-up may be filed in the view that showed an earlier confirmation. */
function keyOf({
  submission: { viewId },
  followUpOf,
}: {
  submission: Submission;
  followUpOf: number | undefined;
}): string {
  return followUpOf === undefined ? viewId : `${viewId}:${followUpOf}`;
}

import { invalid } from '@campus-desk/contract';
import { readWaiting, waitForm } from '../../ui/wait-form.ts';
import { backFrom } from '../handling/back-from.ts';
import type { Form } from '../handling/on-submit.ts';

const field = 'waiting.until';

/** "Wait" until a date, for a reason. */
export const waitTicketForm: Form = {
  submit: async submission => {
    const { context } = submission;
    const { number, role, version, from, until, reason } = readWaiting(submission);
    if (until === undefined) throw invalid({ path: field, message: context.texts.ticket.wait.chooseDate });
    const actor = await submission.actor(role);
    const ticket = await context.client.changeTicket({ number, actor, version, waiting: { until, reason } });
    return backFrom({ context, from, ticket, role });
  },

  /** The form stays, now for the newer version, with what was chosen and typed. */
  resolve: async ({ conflict: { code, ticket, message: warning }, ...submission }) => {
    const { role, from, until, reason } = readWaiting(submission);
    const { number, version, waiting } = ticket;
    if (code !== 'version_conflict' || until === undefined)
      return { response_action: 'errors', errors: { [field]: warning } };
    const { texts, now } = submission.context;
    const reference = { role, number, version, from };
    const again = { until, reason, warning };
    const view = waitForm({ texts, reference, waiting, now: now(), again });
    return { response_action: 'update', view };
  },
};

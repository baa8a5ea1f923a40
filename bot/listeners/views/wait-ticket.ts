import { invalid } from '@campus-desk/contract';
import { readWaiting } from '../../ui/wait-form.ts';
import { backFrom } from '../handling/back-from.ts';
import type { Form } from '../handling/on-submit.ts';

/** "Wait" until a date, for a reason. */
export const waitTicketForm: Form = {
  submit: async submission => {
    const { context } = submission;
    const { number, role, version, from, until, reason } = readWaiting(submission);
    if (until === undefined) throw invalid({ path: 'waiting.until', message: 'Choose a date.' });
    const actor = await submission.actor(role);
    const ticket = await context.client.changeTicket({ number, actor, version, waiting: { until, reason } });
    return backFrom({ context, from, ticket, role });
  },
};

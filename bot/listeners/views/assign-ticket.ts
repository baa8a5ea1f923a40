import { invalid } from '@campus-desk/contract';
import { assignForm, readAssigning } from '../../ui/assign-form.ts';
import { backFrom } from '../handling/back-from.ts';
import { findPerson } from '../handling/find-person.ts';
import type { Form } from '../handling/on-submit.ts';

const field = 'assignee';

/** "Hand over" to the chosen person, who must be able to work on it. */
export const assignTicketForm: Form = {
  submit: async submission => {
    const { context } = submission;
    const { number, role, version, from, assigneeId: id } = readAssigning(submission);
    if (id === undefined) throw invalid({ path: field, message: context.texts.ticket.assign.choose });
    const [actor, assignee] = await Promise.all([submission.actor(role), findPerson({ context, id, field })]);
    const ticket = await context.client.changeTicket({ number, actor, version, assignee });
    return backFrom({ context, from, ticket, role });
  },

  /** The form stays, now for the newer version, with who was chosen and who has the ticket by now. */
  resolve: async ({ conflict: { code, ticket, message: warning }, ...submission }) => {
    const { role, from, assigneeId: chosen } = readAssigning(submission);
    const { number, version, assignee } = ticket;
    const { user, context } = submission;
    const { texts } = context;
    if (code !== 'version_conflict') return { response_action: 'errors', errors: { [field]: warning } };
    const reference = { role, number, version, from };
    const again = { chosen, warning };
    const view = assignForm({ texts, reference, assignee, userId: user.id, again });
    return { response_action: 'update', view };
  },
};

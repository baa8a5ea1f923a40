import { invalid } from '@campus-desk/contract';
import { readAssigning } from '../../ui/assign-form.ts';
import { backFrom } from '../handling/back-from.ts';
import { findPerson } from '../handling/find-person.ts';
import type { Form } from '../handling/on-submit.ts';

const field = 'assignee';

/** "Hand over" to the chosen person, who must be able to work on it. */
export const assignTicketForm: Form = {
  submit: async submission => {
    const { context } = submission;
    const { number, role, version, from, assigneeId: id } = readAssigning(submission);
    if (id === undefined) throw invalid({ path: field, message: 'Choose a person.' });
    const [actor, assignee] = await Promise.all([submission.actor(role), findPerson({ context, id, field })]);
    const ticket = await context.client.changeTicket({ number, actor, version, assignee });
    return backFrom({ context, from, ticket, role });
  },
};

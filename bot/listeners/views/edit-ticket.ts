import { editForm, readEdit } from '../../ui/edit-form.ts';
import { whatChanged } from '../../ui/what-changed.ts';
import { backFrom } from '../handling/back-from.ts';
import type { Form } from '../handling/on-submit.ts';

/** "Save" of the edit form. */
export const editTicketForm: Form = {
  submit: async submission => {
    const { number, role, version, from, description, location } = readEdit(submission);
    const actor = await submission.actor(role);
    const change = { number, actor, version, description, location };
    const ticket = await submission.context.client.changeTicket(change);
    return backFrom({ context: submission.context, from, ticket, role });
  },

  /** The form stays, now for the newer version, with what was typed and who changed what in the meantime. */
  resolve: async ({ conflict: { code, ticket, by, message }, ...submission }) => {
    const { role, from, description, location, version } = readEdit(submission);
    if (code !== 'version_conflict') return { response_action: 'errors', errors: { description: message } };
    const { events } = await submission.context.client.listEvents({
      number: ticket.number,
      role,
      limit: 500,
    });
    const warning = whatChanged({ events, versions: ticket.version - version, by: by?.name });
    const typed = { description, location };
    return { response_action: 'update', view: editForm({ ticket, role, from, typed, warning }) };
  },
};

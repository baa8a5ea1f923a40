import { invalid } from '@campus-desk/contract';
import { isMarked } from '../../conversation/note-mark.ts';
import { closeForm, readClosing } from '../../ui/close-form.ts';
import { backFrom, drawNotice } from '../handling/back-from.ts';
import type { Form } from '../handling/on-submit.ts';

/** "Close ticket" with the note. */
export const closeTicketForm: Form = {
  submit: async submission => {
    const { number, role, version, from, closingNote, closeDuplicates } = readClosing(submission);
    const { noNote } = submission.context.texts.ticket.close;
    if (isMarked(closingNote ?? '')) throw invalid({ path: 'closingNote', message: noNote });
    const actor = await submission.actor(role);
    // Nothing is closed that its form did not show.
    const ticket = await submission.context.client.changeTicket({
      ...{ number, actor, version, status: 'closed', closingNote },
      ...(closeDuplicates !== undefined && { closeDuplicates }),
    });
    return backFrom({ context: submission.context, from, ticket, role });
  },

  /**
   * The form stays, now for the newer version, with the typed note. Where somebody closed the ticket first their note counts,
   * and the typed one is shown so that it can be kept.
   */
  resolve: async ({ conflict: { code, ticket, by, message }, ...submission }) => {
    const { context, user } = submission;
    const { texts } = context;
    const { role, from, closingNote, closeDuplicates } = readClosing(submission);
    const { number, version, status, duplicates } = ticket;
    if (code === 'version_conflict' && status !== 'closed') {
      const reference = { role, number, version, from };
      const again = { closingNote, closeDuplicates, warning: message };
      return { response_action: 'update', view: closeForm({ texts, reference, duplicates, again }) };
    }
    if (status !== 'closed') return { response_action: 'errors', errors: { closingNote: message } };
    if (by?.id === user.id && ticket.closingNote === closingNote)
      return backFrom({ context, from, ticket, role });
    const notice =
      closingNote === null ? message : texts.ticket.close.notStored({ message, note: closingNote });
    return { response_action: 'update', view: await drawNotice({ context, from, ticket, role, notice }) };
  },
};

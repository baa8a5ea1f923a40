import { invalid } from '@campus-desk/contract';
import { isMarked } from '../../conversation/note-mark.ts';
import { readClosing } from '../../ui/close-form.ts';
import { noticeView } from '../../ui/waiting-view.ts';
import { backFrom } from '../handling/back-from.ts';
import { drawTicket } from '../handling/load-page.ts';
import type { Form } from '../handling/on-submit.ts';

const noNote = 'The reporter reads this. Leave ;; away, or write it under the card as a note.';

/** "Close ticket" with the note. */
export const closeTicketForm: Form = {
  submit: async submission => {
    const { number, role, from, closingNote } = readClosing(submission);
    if (isMarked(closingNote ?? '')) throw invalid({ path: 'closingNote', message: noNote });
    const actor = await submission.actor(role);
    const change = { number, actor, status: 'closed', closingNote } as const;
    const ticket = await submission.context.client.changeTicket(change);
    return backFrom({ context: submission.context, from, ticket, role });
  },

  /** Somebody closed it first: their note counts, and the typed one is shown so that it can be kept. */
  resolve: async ({ conflict: { ticket, by, message }, ...submission }) => {
    const { context, user } = submission;
    const { role, from, closingNote } = readClosing(submission);
    if (ticket.status !== 'closed') return { response_action: 'errors', errors: { closingNote: message } };
    if (by?.id === user.id && ticket.closingNote === closingNote)
      return backFrom({ context, from, ticket, role });
    const notice = closingNote === null ? message : `${message} Your note was not stored: ${closingNote}`;
    const view =
      from === 'card'
        ? noticeView({ title: `Ticket #${ticket.number}`, message: notice })
        : await drawTicket({ context, ticket, role, notice });
    return { response_action: 'update', view };
  },
};

import { readWritten } from '../../ui/message-form.ts';
import type { Form } from '../handling/on-submit.ts';
import { postFromForm } from '../handling/post-from-form.ts';

/** "Send" of a reply. */
export const replyTicketForm: Form = {
  submit: submission => postFromForm({ submission, written: readWritten(submission) }),
};

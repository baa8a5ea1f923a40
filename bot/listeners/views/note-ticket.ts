import { readNote } from '../../ui/note-form.ts';
import type { Form } from '../handling/on-submit.ts';
import { postFromForm } from '../handling/post-from-form.ts';

/** "Save note". */
export const noteTicketForm: Form = {
  submit: submission => postFromForm({ submission, written: readNote(submission), internal: true }),
};

import { readAnswer } from '../../ui/answer-form.ts';
import type { Form } from '../handling/on-submit.ts';
import { postFromForm } from '../handling/post-from-form.ts';

/** "Send" of an answer of the campus file: a message of helpdesk, as it reads by now. */
export const answerTicketForm: Form = {
  submit: submission => postFromForm({ submission, written: readAnswer(submission) }),
};

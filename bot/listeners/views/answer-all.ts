import { invalid } from '@campus-desk/contract';
import { isMarked } from '../../conversation/note-mark.ts';
import { readWritten } from '../../ui/message-form.ts';
import type { Form } from '../handling/on-submit.ts';
import { postFromForm } from '../handling/post-from-form.ts';

/** "Send to all": one message, to everybody who is told of the ticket. */
export const answerAllForm: Form = {
  submit: async submission => {
    const written = readWritten(submission);
    const { noNote } = submission.context.texts.ticket.answerAll;
    if (isMarked(written.body)) throw invalid({ path: 'body', message: noNote });
    return postFromForm({ submission, written, toAll: true });
  },
};

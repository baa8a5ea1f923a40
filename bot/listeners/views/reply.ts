import { readReply } from '../../ui/reply-form.ts';
import type { Form } from '../handling/on-submit.ts';
import { drawPage } from '../handling/show-view.ts';

/** "Send" of a reply. */
export const replyTicketForm: Form = {
  submit: async submission => {
    const { context, viewId, hash } = submission;
    const { number, role, from, body } = readReply(submission);
    const actor = await submission.actor(role);
    // A ticket's modal can send several replies: its hash is another one for each.
    await context.client.postMessage({ number, actor, body }, { idempotencyKey: `${viewId}:${hash}` });
    if (from === 'card') return undefined;
    // The message is stored: whatever happens to the ticket's view must not ask for it again.
    return {
      response_action: 'update',
      view: await drawPage({ context, page: { page: 'ticket', role, number } }),
    };
  },
};

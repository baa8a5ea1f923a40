import { readReply } from '../../ui/reply-form.ts';
import type { Form } from '../on-submit.ts';
import { drawPage } from '../show-view.ts';

/** "Send" of a reply. */
export const replyTicketForm: Form = {
  submit: async submission => {
    const { desk, viewId, hash, values } = submission;
    const { number, role, from, body } = readReply(submission);
    const actor = await submission.actor(role);
    await desk.once({
      key: { viewId, hash, values },
      work: () => desk.client.postMessage({ number, actor, body }),
    });
    if (from === 'card') return undefined;
    // The message is stored: whatever happens to the ticket's view must not ask for it again.
    return {
      response_action: 'update',
      view: await drawPage({ desk, page: { page: 'ticket', role, number } }),
    };
  },
};

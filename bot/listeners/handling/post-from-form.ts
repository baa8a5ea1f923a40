import type { Role } from '@campus-desk/contract';
import { readMark } from '../../conversation/note-mark.ts';
import type { TicketForm } from '../../ui/ticket-form.ts';
import type { Submission, SubmitAnswer } from './on-submit.ts';
import { drawPage } from './show-view.ts';

type PostFromFormInput = {
  submission: Submission;
  written: TicketForm & { body: string };
  /** A note, whatever it begins with. */
  internal?: boolean;
  /** For everybody who is told of the ticket. */
  toAll?: boolean;
};

/** Stores what was written in a form under a ticket, and shows the ticket again where the form stood in its place. */
export async function postFromForm(input: PostFromFormInput): Promise<SubmitAnswer> {
  const { submission, written, toAll = false } = input;
  const { context, viewId, hash } = submission;
  const { number, role, from } = written;
  const actor = await submission.actor(role);
  const { body, internal } = marked({ role, body: written.body });
  const posting = { number, actor, body, internal: internal || input.internal === true, toAll };
  // A ticket's modal can send several messages: its hash is another one for each.
  await context.client.postMessage(posting, { idempotencyKey: `${viewId}:${hash}` });
  if (from === 'card') return undefined;
  // The message is stored: whatever happens to the ticket's view must not ask for it again.
  return {
    response_action: 'update',
    view: await drawPage({ context, page: { page: 'ticket', role, number } }),
  };
}

/** Helpdesk marks a note in a form as in a thread. */
function marked({ role, body }: { role: Role; body: string }): { body: string; internal: boolean } {
  return role === 'helpdesk' ? readMark(body) : { body, internal: false };
}

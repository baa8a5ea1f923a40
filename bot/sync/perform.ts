import type { ThreadSide, TicketEvent } from '@campus-desk/contract';
import type { Post } from '../slack/call.ts';
import { duplicateNotice } from '../ui/duplicate-notice.ts';
import { lateAnswer } from '../ui/late-answer.ts';
import { mentionOf } from '../ui/mention.ts';
import { assignmentNotice, notice } from '../ui/notice.ts';
import type { Texts } from '../ui/texts/texts.ts';
import { waitingNotice, wokenNotice } from '../ui/waiting-notice.ts';
import { showCard } from './cards.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { announceFollowUp } from './follow-up.ts';
import { hiddenOn, withoutName } from './hidden-name.ts';
import { copyMessage, redrawCopies } from './mirror.ts';
import type { Step } from './plan.ts';
import type { DrawPost } from './post-under.ts';
import { showWave } from './show-wave.ts';
import { takeBack } from './take-back.ts';
import { tellFollower } from './tell-follower.ts';
import { postInThread } from './threads.ts';

type PerformInput = {
  context: SyncContext;
  delivery: TicketDelivery;
  step: Step;
  /** Called when what comes after this step need not wait for it. */
  letPass: () => void;
};

/** Does one step in Slack. Throws a `SlackRefusal` when Slack will not do it. */
export async function perform({ context, delivery, step, letPass }: PerformInput): Promise<unknown> {
  const { ticket } = delivery;
  switch (step.kind) {
    case 'card':
      return showCard({ context, delivery, ...step, onWait: letPass });
    case 'notice': {
      const post: DrawPost = texts => noticeOf({ delivery, ...step, texts });
      return postInThread({ context, delivery, ...step, part: `${step.side}-notice`, post });
    }
    case 'assignment': {
      const to = mentionOf(step.to);
      if (to === undefined) return;
      const post: DrawPost = texts => assignmentNotice({ ticket, to, texts });
      return postInThread({ context, delivery, ...step, part: `${step.side}-assignment`, post });
    }
    case 'copy':
      return copyMessage({ context, delivery, ...step });
    case 'redraw':
      return redrawCopies({ context, delivery, ...step });
    case 'tell':
      return tellFollower({ context, delivery, ...step });
    case 'take-back':
      return takeBack({ context, delivery, message: step.message });
    case 'late-answer':
      return postInThread({
        context,
        delivery,
        ...step,
        part: 'late-answer',
        post: texts => lateAnswer({ ticket, texts }),
      });
    case 'wave':
      return showWave({ context, delivery, ...step, onWait: letPass });
    case 'follow-up':
      return announceFollowUp({ context, delivery, ...step });
  }
}

type NoticeOfInput = { delivery: TicketDelivery; side: ThreadSide; event: TicketEvent; texts: Texts };

/** What the line says, and to whom: the reporter at the end, who works on it when it wakes. */
function noticeOf({ delivery, side, event: act, texts }: NoticeOfInput): Post {
  const { ticket } = delivery;
  const hidden = hiddenOn({ delivery, side });
  const event = withoutName({ act, hidden });
  if (event.type === 'ticket.duplicated') return duplicateNotice({ event, texts });
  if (event.type === 'ticket.waiting') return waitingNotice({ event, texts });
  if (event.type === 'ticket.woken') {
    const assignee = side === 'helpdesk' ? ticket.assignee : null;
    return wokenNotice({ event, to: assignee === null ? undefined : mentionOf(assignee), texts });
  }
  const isEnd = event.type === 'ticket.closed' && side === 'reporter' && hidden === undefined;
  return notice({ event, ticket, to: isEnd ? mentionOf(ticket.reporter) : undefined, texts });
}

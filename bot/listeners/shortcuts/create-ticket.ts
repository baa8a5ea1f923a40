import { within } from '@campus-desk/service-kit';
import { messageText } from '../../conversation/message-text.ts';
import { mentionedNames } from '../../conversation/read-message.ts';
import { readSlackText } from '../../conversation/slack-text.ts';
import { judge } from '../../slack/errors.ts';
import type { Filing } from '../../ui/filing-form.ts';
import type { ListenerContext } from '../handling/context.ts';
import type { Shortcut } from '../handling/on-shortcut.ts';
import { openFilingForm } from '../handling/open-filing-form.ts';
import { showPage } from '../handling/show-view.ts';

/** "Create ticket": the filing form with the message as its description; a ticket's own thread leads to the ticket. */
export async function createTicket({ context, triggerId, channel, message }: Shortcut): Promise<void> {
  const target = { how: 'open', triggerId } as const;
  const threadTs: string = message.thread_ts ?? message.ts;
  const [names, permalink, reach, thread] = await Promise.all([
    mentionedNames({ names: context.names, message }),
    permalinkOf({ context, channel, ts: message.ts }),
    reachOf({ context, channel, ts: threadTs }),
    within({
      work: context.findThread({ channel, ts: threadTs }),
      ms: context.patienceMs,
    }),
  ]);
  if (thread !== undefined) {
    const role = thread.side === 'helpdesk' ? 'helpdesk' : 'user';
    return showPage({ context, target, page: { page: 'ticket', role, number: thread.ticketNumber } });
  }
  const source = permalink === undefined ? {} : { source: { permalink, channel, ts: message.ts, threadTs } };
  const description = readSlackText({ text: messageText(message), names });
  await openFilingForm({ context, target, filing: { role: 'user', description, reach, ...source } });
}

type MessageInput = { context: ListenerContext; channel: string; ts: string };

/** Where the bot is no member, Slack gives no permalink: the ticket is then filed without its source. */
async function permalinkOf(input: MessageInput): Promise<string | undefined> {
  const { channel, ts } = input;
  const { slack, patienceMs, logger } = input.context;
  const asking = slack.chat.getPermalink({ channel, message_ts: ts }).catch(err => {
    logger.info({ err, channel }, 'no permalink');
    return undefined;
  });
  return (await within({ work: asking, ms: patienceMs }))?.permalink;
}

/** Whether the bot can read the thread; undefined when Slack does not say so in time. */
async function reachOf(input: MessageInput): Promise<Filing['reach']> {
  const { channel, ts } = input;
  const { slack, patienceMs, logger } = input.context;
  const asking = slack.conversations.replies({ channel, ts, limit: 1 }).then(
    () => 'thread' as const,
    err => {
      logger.info({ err, channel }, 'thread cannot be read');
      return ['gone', 'refused'].includes(judge(err).kind) ? ('message' as const) : undefined;
    },
  );
  return within({ work: asking, ms: patienceMs });
}

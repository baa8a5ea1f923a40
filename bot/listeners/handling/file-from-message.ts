import { roleIn } from '@campus-desk/contract';
import { within } from '@campus-desk/service-kit';
import { messageText } from '../../conversation/message-text.ts';
import { mentionedNames } from '../../conversation/read-message.ts';
import { readSlackText } from '../../conversation/slack-text.ts';
import { isRefused } from '../../slack/errors.ts';
import type { Filing } from '../../ui/filing-form.ts';
import type { ActContext } from './context.ts';
import { openFilingForm } from './open-filing-form.ts';
import { showPage } from './show-view.ts';

type FileFromMessageInput = {
  context: ActContext;
  triggerId: string;
  userId: string;
  channel: string;
  message: { ts: string; thread_ts?: string | undefined };
  /** The card stands under the message, and the thread goes along. */
  isSource: boolean;
};

/** The filing form with a message as its description; in a ticket's own thread it is the ticket instead. */
export async function fileFromMessage(input: FileFromMessageInput): Promise<void> {
  const { context, triggerId, userId, channel, message, isSource } = input;
  const target = { how: 'open', triggerId } as const;
  const threadTs = message.thread_ts ?? message.ts;
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
    const role = roleIn(thread.side);
    return showPage({ context, target, page: { page: 'ticket', role, number: thread.ticketNumber } });
  }
  const source = isSource ? { source: { permalink, channel, ts: message.ts, threadTs } } : {};
  // Who writes to the bot about a problem need not address it in the report.
  const text = messageText(message).replaceAll(`<@${context.botUserId}>`, '').trim();
  const description = readSlackText({ text, names });
  const filing = { role: 'user' as const, description, reach, ...source };
  await openFilingForm({ context, target, userId, filing });
}

type MessageInput = { context: ActContext; channel: string; ts: string };

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
      return isRefused(err) ? ('message' as const) : undefined;
    },
  );
  return within({ work: asking, ms: patienceMs });
}

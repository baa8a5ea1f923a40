import { slackPagesOf } from '../slack/pages.ts';
import { answerStats } from '../stats/answer.ts';
import { postWithPictures } from '../stats/post-with-pictures.ts';
import { type StatsRequest, writeStatsRequest } from '../stats/stats-request.ts';
import { digestMessage } from '../ui/digest-message.ts';
import type { StatsPart } from '../ui/stats-message.ts';
import { type JobContext, type JobRun, linked } from './context.ts';

/** How many tickets are named at most. */
const maxNamed = 5;
const request: StatsRequest = { analysis: 'backlog', last: '7d' };

const eventType = 'campus_desk_digest';
/** Our clock and Slack's may differ by this much. */
const clockSkewSeconds = 600;

/**
 * Posts the morning's digest into the helpdesk channel, once for each due time; silent when every ticket is closed.
 */
export async function sendDigest(context: JobContext, { due }: JobRun): Promise<void> {
  const waiting = await context.client.listTickets({
    role: 'helpdesk',
    status: 'open',
    sort: 'openedAt',
    limit: maxNamed,
  });
  const active = await context.client.listTickets({ role: 'helpdesk', status: 'active', limit: 1 });
  if (waiting.total + active.total === 0 || (await isSent({ context, due }))) return;

  const tickets = await Promise.all(waiting.tickets.map(ticket => linked({ context, ticket })));
  const { withPictures } = await answerStats({ context: context.stats, request });
  const [part] = await withPictures;
  if (part === undefined) return;
  const post = ([shown = part]: StatsPart[]) =>
    context.slack.chat.postMessage({
      channel: context.helpdeskChannel,
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: eventType, event_payload: { due: due.toISOString() } },
      ...digestMessage({
        waiting: tickets,
        total: waiting.total,
        part: shown,
        request: writeStatsRequest(request),
      }),
    });
  await postWithPictures({ parts: [part], post, logger: context.logger });
}

type IsSentInput = { context: JobContext; due: Date };

/** The digest says itself, as metadata, which one it is: a bot that died after posting is not repeated. */
async function isSent({ context, due }: IsSentInput): Promise<boolean> {
  const query = {
    channel: context.helpdeskChannel,
    oldest: String(due.getTime() / 1000 - clockSkewSeconds),
    limit: 200,
    include_all_metadata: true,
  };
  for await (const { messages = [] } of slackPagesOf(cursor =>
    context.slack.conversations.history({ ...query, cursor }),
  ))
    for (const { metadata } of messages)
      if (metadata?.event_type === eventType && dueIn(metadata.event_payload) === due.toISOString())
        return true;
  return false;
}

function dueIn(payload: object | undefined): unknown {
  return payload !== undefined && 'due' in payload ? payload.due : undefined;
}

import { type Category, categories, type Ticket } from '@campus-desk/contract';
import { listChannels } from '../helpdesk-channels.ts';
import { slackPagesOf } from '../slack/pages.ts';
import { answerStats } from '../stats/answer.ts';
import { shareUnder } from '../stats/answer-place.ts';
import { pictureWaitsMs, postWithPictures } from '../stats/post-with-pictures.ts';
import { type StatsRequest, writeStatsRequest } from '../stats/stats-request.ts';
import { digestMessage } from '../ui/digest-message.ts';
import type { StatsPart } from '../ui/stats-message.ts';
import { type JobContext, type JobRun, linked } from './context.ts';

/** How many tickets are named at most. */
const maxNamed = 5;

const eventType = 'campus_desk_digest';
/** Our clock and Slack's may differ by this much. */
const clockSkewSeconds = 600;

/**
 * Posts the morning's digest into each channel of helpdesk, about the categories that are worked there, once for each
 * due time; silent where every ticket is closed. Throws when a channel was left out, after the others have theirs.
 */
export async function sendDigest(context: JobContext, { due }: JobRun): Promise<void> {
  const teams = listChannels(context.channels).filter(team => team.categories.length > 0);
  const sent = await Promise.allSettled(teams.map(team => sendToTeam({ context, due, ...team })));
  for (const outcome of sent) if (outcome.status === 'rejected') throw outcome.reason;
}

type SendToTeamInput = JobRun & { context: JobContext; channel: string; categories: Category[] };

async function sendToTeam({ context, due, channel, categories: own }: SendToTeamInput): Promise<void> {
  const { waiting, total, totalIsMore, active } = await countUnclosed({ context, own });
  if (total + active === 0 || (await isSent({ context, channel, due }))) return;

  const tickets = await Promise.all(waiting.map(ticket => linked({ context, ticket })));
  const isForAll = own.length === categories.length;
  const category = isForAll ? {} : { category: own.join(',') };
  const request: StatsRequest = { analysis: 'backlog', last: '7d', ...category };
  const { slack, stats } = context;
  const texts = await context.textsFor.channels();
  const { parts, withPictures } = await answerStats({ context: stats, request, texts });
  const [words] = parts;
  if (words === undefined) return;
  const metadata = { event_type: eventType, event_payload: { due: due.toISOString() } };
  const messageWith = ([part = words]: StatsPart[]) => ({
    channel,
    metadata,
    ...digestMessage({
      waiting: tickets,
      total,
      totalIsMore,
      part,
      request: writeStatsRequest(request),
      texts,
    }),
  });
  // The words do not wait for the picture, which Slack may take long to check.
  const quietly = { unfurl_links: false, unfurl_media: false };
  const { ts = '' } = await slack.chat.postMessage({ ...messageWith(parts), ...quietly });
  await postWithPictures({
    context: stats,
    texts,
    parts: await withPictures,
    post: shown => slack.chat.update({ ts, ...messageWith(shown) }),
    waitsMs: pictureWaitsMs.often,
    share: images => shareUnder({ slack, post: { channel, ts }, images }),
  });
}

/** The oldest open tickets of some categories, how many are open, and how many are active. */
type Unclosed = { waiting: Ticket[]; total: number; totalIsMore: boolean; active: number };

type CountUnclosedInput = { context: JobContext; own: Category[] };

async function countUnclosed({ context: { client }, own }: CountUnclosedInput): Promise<Unclosed> {
  const parts = await Promise.all(
    own.map(async category => {
      const query = { role: 'helpdesk', category, sort: 'openedAt' } as const;
      const [open, active] = await Promise.all([
        client.listTickets({ ...query, status: 'open', limit: maxNamed }),
        client.listTickets({ ...query, status: 'active', limit: 1 }),
      ]);
      const { total, totalIsMore = false } = open;
      return { waiting: open.tickets, total, totalIsMore, active: active.total };
    }),
  );
  return {
    waiting: parts
      .flatMap(({ waiting }) => waiting)
      .toSorted((a, b) => a.number - b.number)
      .slice(0, maxNamed),
    total: parts.reduce((sum, { total }) => sum + total, 0),
    totalIsMore: parts.some(({ totalIsMore }) => totalIsMore),
    active: parts.reduce((sum, { active }) => sum + active, 0),
  };
}

type IsSentInput = { context: JobContext; channel: string; due: Date };

/** The digest says itself, as metadata, which one it is: a bot that died after posting is not repeated. */
async function isSent({ context, channel, due }: IsSentInput): Promise<boolean> {
  const query = {
    channel,
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

import { hasCode, pagesOf, type ThreadState } from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import { slackPagesOf } from '../slack/pages.ts';
import { type CatchUpContext, catchUpThread } from './catch-up-ticket.ts';

const pageSize = 200;

/** Messages are mostly edited and deleted within a day. */
const youngSeconds = 24 * 3600;

type CatchUpAllInput = {
  context: CatchUpContext;
  /** Reads young threads whether they changed or not: edits leave no trace in the history of a channel. */
  withYoung?: boolean;
  /** Called before each reading of a thread, so that a routine catch-up can take its time. */
  beforeRead?: () => Promise<void>;
};

/**
 * Catches up with the tickets that are not closed, reading only the threads in which Slack says something changed
 * since the last time: one page of a channel's history shows that for 200 threads. Answers how many messages were
 * missing. What Slack refuses to show, and what the API refuses to store, is left out.
 */
export async function catchUpAll(input: CatchUpAllInput): Promise<{ recovered: number }> {
  const { context, withYoung = false, beforeRead } = input;
  const { client, logger } = context;
  const { permit } = context.slack;
  let recovered = 0;
  for (const [channel, threads] of await threadsByChannel(context)) {
    const states = await channelStates({ context, channel, threads });
    // Young by Slack's own clock: the newest reply in the channel is now.
    const newest = Math.max(...[...states.values()].map(({ latest }) => Number(latest)));
    for (const thread of threads) {
      const state = states.get(thread.ts);
      // Without replies there is something to find only where a stored message is gone.
      if (state === undefined || (state.count === 0 && !thread.hasMessages)) continue;
      const seen = `${state.latest} ${state.count}`;
      const isYoung = withYoung && newest - Number(state.latest) < youngSeconds;
      if (seen === thread.seen && !isYoung) continue;
      await beforeRead?.();
      permit.check();
      try {
        const ticket = await client.getTicket({ number: thread.ticketNumber, role: 'helpdesk' });
        recovered += (await catchUpThread({ context, ticket, thread })).recovered;
        await client.rememberThread({ channel, ts: thread.ts, seen });
      } catch (error) {
        if (!isAboutThisThread(error)) throw error;
        logger.warn({ err: error, ticket: thread.ticketNumber }, 'a thread could not be caught up with');
      }
    }
  }
  return { recovered };
}

async function threadsByChannel({ client }: CatchUpContext): Promise<Map<string, ThreadState[]>> {
  const channels = new Map<string, ThreadState[]>();
  for await (const page of pagesOf(cursor => client.listThreadStates({ limit: 500, former: true, cursor })))
    for (const thread of page.threads)
      channels.set(thread.channel, [...(channels.get(thread.channel) ?? []), thread]);
  return channels;
}

/** The timestamp of the newest reply, and how many replies there are. */
type ThreadActivity = { latest: string; count: number };

type ChannelStatesInput = { context: CatchUpContext; channel: string; threads: ThreadState[] };

/** What Slack says of each thread in a channel, by its root: the newest reply and how many there are. */
async function channelStates(input: ChannelStatesInput): Promise<Map<string, ThreadActivity>> {
  const { context, channel, threads } = input;
  const oldest = threads.map(({ ts }) => ts).toSorted((a, b) => Number(a) - Number(b))[0];
  const query = { channel, oldest, inclusive: true, limit: pageSize };
  const states = new Map<string, ThreadActivity>();
  try {
    for await (const { messages = [] } of slackPagesOf(cursor => context.slack.history({ ...query, cursor })))
      for (const { ts, latest_reply: latest = '0', reply_count: count = 0 } of messages)
        if (ts !== undefined) states.set(ts, { latest, count });
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    context.logger.warn({ err: error, channel }, 'a channel could not be caught up with');
  }
  return states;
}

/** Trying again would fail again, and must not keep the other tickets from being caught up with. */
function isAboutThisThread(error: unknown): boolean {
  return error instanceof SlackRefusal || hasCode(error, 'not_found', 'forbidden_for_role');
}

import { type SlackRef, slackRefSchema } from '@campus-desk/contract';
import { backOffMs, type Clock, type Logger } from '@campus-desk/service-kit';
import type { KnownBlock, MessageMetadata } from '@slack/types';
import type { ConversationsHistoryArguments, ConversationsRepliesArguments, WebClient } from '@slack/web-api';
import { causeOf, judge, SlackRefusal, type Verdict } from './errors.ts';
import { type Call, fileCalls } from './file-calls.ts';
import type { Operator } from './operator.ts';
import { everyMethod, type Pace } from './pace.ts';

/**
 * Leave to go on calling Slack: `signal` aborts when it ends, `check` throws once no further step may begin. `confirm`
 * makes sure of it before something is changed in Slack.
 */
export type Permit = { signal: AbortSignal; check(): void; confirm(): Promise<void> };

/** What a message says, as people and screen readers get it. */
export type Post = { text: string; blocks: KnownBlock[] };

/** Where a post stands, and whether it was made just now: one found again may show an older state. */
export type Posted = SlackRef & { isNew: boolean };

type PostInput = Post & {
  channel: string;
  threadTs: string | undefined;
  metadata: MessageMetadata;
  /** Asked after an unclear outcome: the post, when Slack has made it after all. */
  findPosted: () => Promise<Posted | undefined>;
};

type PacedClient = ReturnType<typeof createPacedClient>;

/** Slack for as long as a permit lasts. */
export type PacedSlack = ReturnType<PacedClient['under']>;

type CreatePacedClientInput = {
  slack: WebClient;
  pace: Pace;
  operator: Operator;
  clock: Clock;
  logger: Logger;
  /** Called with every call that has ended, and how: `ok`, or the kind of its failure. */
  observe?: ((call: { method: string; verdict: string }) => void) | undefined;
};

/** A bad token is not replaced within seconds. */
const lockedOutMs = 60_000;

/**
 * The Web API at Slack's pace: each call waits out rate limits and outages for as long as its permit lasts. It throws
 * a `SlackRefusal` for what Slack will not do, and what `permit.check` throws.
 */
export function createPacedClient(input: CreatePacedClientInput) {
  const { slack, pace, operator, clock, logger, observe } = input;
  let isLockedOut = false;

  return {
    /** Whether Slack refuses the token; false again once it answers. */
    isLockedOut: () => isLockedOut,

    under(permit: Permit) {
      const call = <Result>(options: Call<Result>) => callUnder(permit, options);
      const deletePost = ({ channel, ts }: SlackRef) =>
        call({ method: 'chat.delete', channel, writes: true, run: () => slack.chat.delete({ channel, ts }) });

      return {
        permit,
        ...fileCalls({ slack, call }),

        /**
         * Posts a message once; nothing in it is unfurled or read as markup of Slack's own. A thread that is not there
         * any more is refused as gone, and what Slack posted to the whole channel instead is deleted.
         */
        async post({ channel, threadTs, findPosted, ...message }: PostInput): Promise<Posted> {
          const { isStray, ...posted } = await call({
            method: 'chat.postMessage',
            channel,
            writes: true,
            findDone: async () => {
              const found = await findPosted();
              return found && { ...found, isStray: false };
            },
            run: async () => {
              const answer = await slack.chat.postMessage({
                channel,
                ...(threadTs !== undefined && { thread_ts: threadTs }),
                ...message,
                parse: 'none',
                unfurl_links: false,
                unfurl_media: false,
              });
              const ref = slackRefSchema.parse({ channel: answer.channel, ts: answer.ts });
              const isElsewhere = answer.message !== undefined && answer.message.thread_ts !== threadTs;
              return { ...ref, isNew: true, isStray: threadTs !== undefined && isElsewhere };
            },
          });
          if (!isStray) return posted;
          await deletePost(posted).catch(error => {
            if (!(error instanceof SlackRefusal)) throw error;
            logger.warn({ err: error, ...posted }, 'a reply that Slack posted to the channel stays there');
          });
          throw new SlackRefusal({ reason: 'thread_not_found', isGone: true });
        },

        update: ({ channel, ts, text, blocks }: SlackRef & Post) =>
          call({
            method: 'chat.update',
            channel,
            writes: true,
            run: () => slack.chat.update({ channel, ts, text, blocks, parse: 'none' }),
          }),

        delete: deletePost,

        replies: (query: ConversationsRepliesArguments) =>
          call({
            method: 'conversations.replies',
            channel: query.channel,
            run: () => slack.conversations.replies(query),
          }),

        history: (query: ConversationsHistoryArguments) =>
          call({
            method: 'conversations.history',
            channel: query.channel,
            run: () => slack.conversations.history(query),
          }),

        /** The channel of the direct messages with a person; Slack answers the same one again. */
        openDm: (userId: string): Promise<string> =>
          call({
            method: 'conversations.open',
            run: async () => {
              const { channel } = await slack.conversations.open({ users: userId });
              if (channel?.id === undefined) throw new Error('conversations.open answered no channel');
              return channel.id;
            },
          }),

        permalink: ({ channel, ts }: SlackRef): Promise<string | undefined> =>
          call({
            method: 'chat.getPermalink',
            channel,
            run: async () => (await slack.chat.getPermalink({ channel, message_ts: ts })).permalink,
          }),
      };
    },
  };

  async function callUnder<Result>(permit: Permit, options: Call<Result>): Promise<Result> {
    const { method, channel, writes = false, run, findDone } = options;
    for (let attempt = 1; ; attempt += 1) {
      await pace.turn({ method, channel, signal: permit.signal });
      if (writes) await permit.confirm();
      permit.check();
      try {
        const result = await run();
        isLockedOut = false;
        observe?.({ method, verdict: 'ok' });
        operator.works(channel ?? method);
        return result;
      } catch (error) {
        const verdict = judgeIn({ error, channel });
        observe?.({ method, verdict: verdict.kind });
        if (verdict.kind === 'gone' || verdict.kind === 'refused') throw refusalFor({ verdict, error });
        logger.warn({ method, attempt, verdict }, 'a call to Slack failed; trying again');
        await waitOut({ verdict, attempt, method, permit });
        const done = verdict.kind === 'unclear' ? await findDone?.() : undefined;
        if (done !== undefined) return done;
      }
    }
  }

  async function waitOut({ verdict, attempt, method, permit }: WaitOutInput): Promise<void> {
    if (verdict.kind === 'rate-limited')
      return pace.pause({ method, ms: verdict.retryAfterMs ?? backOffMs(attempt) });
    if (verdict.kind === 'locked-out') {
      isLockedOut = true;
      operator.notify({ reason: verdict.reason, where: everyMethod });
      return pace.pause({ method: everyMethod, ms: lockedOutMs });
    }
    await clock.sleep(backOffMs(attempt), { signal: permit.signal });
  }
}

/** Direct messages that Slack does not know are those of an app that is no more: what stood there is gone. */
function judgeIn({ error, channel }: { error: unknown; channel: string | undefined }): Verdict {
  const verdict = judge(error);
  const isUnknown = verdict.kind === 'refused' && causeOf(verdict.reason) === 'channel_not_found';
  return isUnknown && channel?.startsWith('D') ? { ...verdict, kind: 'gone' } : verdict;
}

type WaitOutInput = {
  verdict: Exclude<Verdict, { kind: 'gone' | 'refused' }>;
  attempt: number;
  method: string;
  permit: Permit;
};

type RefusalForInput = { verdict: Extract<Verdict, { kind: 'gone' | 'refused' }>; error: unknown };

function refusalFor({ verdict, error }: RefusalForInput): SlackRefusal {
  return new SlackRefusal({ reason: verdict.reason, isGone: verdict.kind === 'gone', cause: error });
}

import { type SlackRef, slackRefSchema } from '@campus-desk/contract';
import { backOffMs, type Clock, type Logger } from '@campus-desk/service-kit';
import type { MessageMetadata } from '@slack/types';
import type { ConversationsHistoryArguments, ConversationsRepliesArguments, WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import type { Call, Drawn, Post } from './call.ts';
import { causeOf, judge, SlackRefusal, type Verdict } from './errors.ts';
import { fileCalls } from './file-calls.ts';
import { openDm } from './open-dm.ts';
import { directMessagesWith, type Operator } from './operator.ts';
import { everyMethod, isPost, type Pace } from './pace.ts';

/**
 * Leave to go on calling Slack: `signal` aborts when it ends, `check` throws once no further step may begin. `confirm`
 * makes sure of it before something is changed in Slack.
 */
export type Permit = { signal: AbortSignal; check(): void; confirm(): Promise<void> };

/** Where a post stands, and whether it was made just now: one found again may show an older state. */
export type Posted = SlackRef & { isNew: boolean };

type PostInput = Drawn & {
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
};

const nothing: Post = { text: '', blocks: [] };

/** A bad token is not replaced within seconds. */
const lockedOutMs = 60_000;
/** Most people whose conversation with the bot is remembered; others are asked for again. */
const maxConversations = 10_000;

/**
 * The Web API at Slack's pace: each call waits out rate limits and outages for as long as its permit lasts. It throws
 * a `SlackRefusal` for what Slack will not do, and what `permit.check` throws.
 */
export function createPacedClient(input: CreatePacedClientInput) {
  const { slack, pace, operator, clock, logger } = input;
  let isLockedOut = false;
  const conversations = new LRUCache<string, Promise<string>>({ max: maxConversations });

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
        async post({ channel, threadTs, metadata, findPosted, ...drawn }: PostInput): Promise<Posted> {
          const { isStray, ...posted } = await call({
            ...drawn,
            method: 'chat.postMessage',
            channel,
            writes: true,
            findDone: async () => {
              const found = await findPosted();
              return found && { ...found, isStray: false };
            },
            run: async post => {
              const answer = await slack.chat.postMessage({
                channel,
                ...(threadTs !== undefined && { thread_ts: threadTs }),
                ...post,
                metadata,
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
          throw new SlackRefusal({ reason: 'thread_not_found', isGone: true, channel });
        },

        update: ({ channel, ts, ...drawn }: SlackRef & Drawn) =>
          call({
            ...drawn,
            method: 'chat.update',
            channel,
            writes: true,
            run: post => slack.chat.update({ channel, ts, ...post, parse: 'none' }),
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

        /** The channel of the direct messages with a person, asked for once: Slack answers the same one again. */
        openDm(userId: string): Promise<string> {
          const known = conversations.get(userId);
          if (known !== undefined) return known;
          const opened = call({
            method: 'conversations.open',
            run: () => openDm({ slack, userId }),
          });
          conversations.set(userId, opened);
          opened.then(
            () => operator.works(directMessagesWith(userId)),
            () => conversations.delete(userId),
          );
          return opened;
        },

        /** Whether these direct messages were opened, or are being opened. */
        hasOpenDm: (userId: string): boolean => conversations.has(userId),

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
    const { method, channel, writes = false, draw = () => nothing, run, findDone, canWait, onWait } = options;
    for (let attempt = 1; ; attempt += 1) {
      await pace.turn({ method, channel, signal: permit.signal, canWait, onWait });
      const post = await draw();
      if (writes) await permit.confirm();
      permit.check();
      try {
        const result = await run(post);
        if (isLockedOut) operator.works(everyMethod);
        isLockedOut = false;
        // What can be read still may not take posts.
        if (channel !== undefined && isPost(method)) operator.works(channel);
        return result;
      } catch (error) {
        const verdict = judgeIn({ error, channel });
        if (verdict.kind === 'gone' || verdict.kind === 'refused')
          throw refusalFor({ verdict, channel, error });
        logger.warn({ method, attempt, verdict }, 'a call to Slack failed; trying again');
        onWait?.();
        await waitOut({ verdict, attempt, method, channel, permit });
        const done = verdict.kind === 'unclear' ? await findDone?.() : undefined;
        if (done !== undefined) return done;
      }
    }
  }

  async function waitOut({ verdict, attempt, method, channel, permit }: WaitOutInput): Promise<void> {
    if (verdict.kind === 'rate-limited')
      return pace.pause({ method, channel, ms: verdict.retryAfterMs ?? backOffMs(attempt) });
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
  channel: string | undefined;
  permit: Permit;
};

type RefusalForInput = {
  verdict: Extract<Verdict, { kind: 'gone' | 'refused' }>;
  channel: string | undefined;
  error: unknown;
};

function refusalFor({ verdict, channel, error }: RefusalForInput): SlackRefusal {
  return new SlackRefusal({ reason: verdict.reason, isGone: verdict.kind === 'gone', channel, cause: error });
}

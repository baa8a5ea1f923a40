import type { CallService } from './call.ts';
import type { SlackRef } from './message.ts';
import {
  type RememberThread,
  type Thread,
  type ThreadSide,
  type ThreadStateList,
  threadListSchema,
  threadSchema,
  threadStateListSchema,
} from './thread.ts';

type BindThreadInput = { number: number; side: ThreadSide } & SlackRef;

type ListThreadStatesInput = { limit?: number; cursor?: string | undefined; former?: boolean };

/** The calls about the threads in Slack that belong to a ticket. */
export function createThreadCalls({ call }: { call: CallService }) {
  const threads = (number: number) => `/v1/tickets/${number}/threads`;
  return {
    bindThread: ({ number, side, ...body }: BindThreadInput): Promise<Thread> =>
      call({ method: 'PUT', path: `${threads(number)}/${side}`, body, answer: threadSchema }),

    /** The threads of a ticket; with `former` those of its earlier cards, too. */
    listThreads: async ({ number, ...query }: { number: number; former?: boolean }): Promise<Thread[]> =>
      (await call({ method: 'GET', path: threads(number), query, answer: threadListSchema })).threads,

    /**
     * The thread whose card is that Slack message. `former` finds a thread by an earlier card of it too. Throws
     * `not_found` when the message belongs to no ticket.
     */
    findThread: (query: SlackRef & { former?: boolean }): Promise<Thread> =>
      call({ method: 'GET', path: '/v1/threads', query, answer: threadSchema }),

    /**
     * The threads of tickets that are not closed, with what was last seen of them in Slack; with `former` those of
     * their earlier cards, too.
     */
    listThreadStates: (query: ListThreadStatesInput): Promise<ThreadStateList> =>
      call({ method: 'GET', path: '/v1/threads/unclosed', query, answer: threadStateListSchema }),

    rememberThread: (body: RememberThread): Promise<Thread> =>
      call({ method: 'PUT', path: '/v1/threads/seen', body, answer: threadSchema }),
  };
}

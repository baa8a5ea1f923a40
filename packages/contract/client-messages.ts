import type { z } from 'zod';
import type { Actor, Reader } from './actor.ts';
import type { CallService } from './call.ts';
import {
  type editMessageSchema,
  type Message,
  type MessageCopy,
  type MessageList,
  messageCopyListSchema,
  messageCopySchema,
  messageListSchema,
  messageSchema,
  type postMessageSchema,
  type SlackRef,
} from './message.ts';

type ListMessagesInput = Partial<Reader> & {
  number: number;
  limit?: number;
  cursor?: string;
  newestFirst?: boolean;
};

/** The calls about the messages under a ticket, and about their copies in Slack. */
export function createMessageCalls({ call }: { call: CallService }) {
  const under = (number: number) => `/v1/tickets/${number}/messages`;
  const message = (id: string) => `/v1/messages/${encodeURIComponent(id)}`;
  return {
    listMessages: ({ number, ...query }: ListMessagesInput): Promise<MessageList> =>
      call({ method: 'GET', path: under(number), query, answer: messageListSchema }),

    /** The same origin, or the same key, answers the message that is there. */
    postMessage: (
      { number, ...body }: { number: number } & z.input<typeof postMessageSchema>,
      { idempotencyKey }: { idempotencyKey?: string } = {},
    ): Promise<Message> =>
      call({
        method: 'POST',
        path: under(number),
        body,
        headers: idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey },
        answer: messageSchema,
      }),

    getMessage: ({ id, ...query }: { id: string } & Partial<Reader>): Promise<Message> =>
      call({ method: 'GET', path: message(id), query, answer: messageSchema }),

    /** The messages whose original or copy is that Slack message: one or none. */
    findMessages: (query: SlackRef & Partial<Reader>): Promise<MessageList> =>
      call({ method: 'GET', path: '/v1/messages', query, answer: messageListSchema }),

    editMessage: ({ id, ...body }: { id: string } & z.input<typeof editMessageSchema>): Promise<Message> =>
      call({ method: 'PATCH', path: message(id), body, answer: messageSchema }),

    deleteMessage: ({ id, actor }: { id: string; actor: Actor }): Promise<Message> =>
      call({ method: 'DELETE', path: message(id), body: { actor }, answer: messageSchema }),

    rememberCopy: ({ id, ...body }: { id: string } & SlackRef): Promise<MessageCopy> =>
      call({ method: 'PUT', path: `${message(id)}/copies`, body, answer: messageCopySchema }),

    listCopies: async ({ id }: { id: string }): Promise<MessageCopy[]> =>
      (await call({ method: 'GET', path: `${message(id)}/copies`, answer: messageCopyListSchema })).copies,
  };
}

import {
  deleteMessageSchema,
  editMessageSchema,
  findMessagesSchema,
  getTicketSchema,
  idempotencyHeadersSchema,
  listMessagesSchema,
  messageCopyListSchema,
  messageCopySchema,
  messageListSchema,
  messagePathSchema,
  messageSchema,
  numberPathSchema,
  postMessageSchema,
  slackRefSchema,
} from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import { deleteMessage } from './delete-message.ts';
import { editMessage } from './edit-message.ts';
import { findMessages } from './find-messages.ts';
import { getMessage } from './get-message.ts';
import { listCopies } from './list-copies.ts';
import { listMessages } from './list-messages.ts';
import { postMessage } from './post-message.ts';
import { rememberCopy } from './remember-copy.ts';

type Wiring = { app: Service; context: Context };

const tags = ['Messages'];

/** The conversation under a ticket, its messages one by one, and where they were mirrored to. */
export function addMessageRoutes(wiring: Wiring): void {
  addConversation(wiring);
  addSingleMessage(wiring);
  addSlackRefs(wiring);
}

function addConversation({ app, context }: Wiring): void {
  app.get(
    '/v1/tickets/:number/messages',
    {
      schema: {
        tags,
        summary: 'The conversation under a ticket',
        params: numberPathSchema,
        querystring: listMessagesSchema,
        response: { 200: messageListSchema, ...problems(403, 404) },
      },
    },
    ({ params: { number }, query }) => listMessages({ context, number, query }),
  );

  app.post(
    '/v1/tickets/:number/messages',
    {
      schema: {
        tags,
        summary: 'Write a message; the same origin, or key and body, answers the same message again',
        params: numberPathSchema,
        headers: idempotencyHeadersSchema,
        body: postMessageSchema,
        response: { 201: messageSchema, ...problems(404, 422) },
      },
    },
    async ({ params: { number }, body: posting, headers }, reply) => {
      reply.code(201);
      return postMessage({ context, number, posting, idempotencyKey: headers['idempotency-key'] });
    },
  );
}

function addSingleMessage({ app, context }: Wiring): void {
  app.get(
    '/v1/messages/:id',
    {
      schema: {
        tags,
        summary: 'One message',
        params: messagePathSchema,
        querystring: getTicketSchema,
        response: { 200: messageSchema, ...problems(403, 404) },
      },
    },
    ({ params: { id }, query: { role } }) => getMessage({ context, id, role }),
  );

  app.patch(
    '/v1/messages/:id',
    {
      schema: {
        tags,
        summary: 'Edit a message; the earlier version stays in the history',
        params: messagePathSchema,
        body: editMessageSchema,
        response: { 200: messageSchema, ...problems(404) },
      },
    },
    ({ params: { id }, body: edit }) => editMessage({ context, id, edit }),
  );

  app.delete(
    '/v1/messages/:id',
    {
      schema: {
        tags,
        summary: 'Delete a message; a tombstone stays',
        params: messagePathSchema,
        body: deleteMessageSchema,
        response: { 200: messageSchema, ...problems(404) },
      },
    },
    ({ params: { id }, body: { actor } }) => deleteMessage({ context, id, actor }),
  );
}

function addSlackRefs({ app, context }: Wiring): void {
  app.get(
    '/v1/messages',
    {
      schema: {
        tags,
        summary: 'The message whose original or copy a Slack message is',
        querystring: findMessagesSchema,
        response: { 200: messageListSchema, ...problems(403) },
      },
    },
    ({ query: { role, ...ref } }) => findMessages({ context, ref, role }),
  );

  app.get(
    '/v1/messages/:id/copies',
    {
      schema: {
        tags,
        summary: 'Where a message was mirrored to',
        params: messagePathSchema,
        response: { 200: messageCopyListSchema, ...problems(404) },
      },
    },
    ({ params: { id } }) => listCopies({ context, id }),
  );

  app.put(
    '/v1/messages/:id/copies',
    {
      schema: {
        tags,
        summary: 'Remember a mirrored copy',
        params: messagePathSchema,
        body: slackRefSchema,
        response: { 200: messageCopySchema, ...problems(404, 422) },
      },
    },
    ({ params: { id }, body: ref }) => rememberCopy({ context, id, ref }),
  );
}

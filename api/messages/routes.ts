import {
  deleteMessageSchema,
  editMessageSchema,
  findMessagesSchema,
  idempotencyHeadersSchema,
  listMessagesSchema,
  messageCopyListSchema,
  messageCopySchema,
  messageListSchema,
  messagePathSchema,
  messageSchema,
  numberPathSchema,
  postMessageSchema,
  readerSchema,
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
        operationId: 'listMessages',
        summary: 'The conversation under a ticket',
        description:
          'Oldest first, or newest first if asked. Deleted messages are there without their text; notes only for helpdesk.',
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
        operationId: 'postMessage',
        summary: 'Write a message; the same origin, or key and body, answers the same message again',
        description:
          'A message to a closed ticket is kept, flagged as late, and changes nothing. An internal one is a note: helpdesk alone writes and sees it.',
        params: numberPathSchema,
        headers: idempotencyHeadersSchema,
        body: postMessageSchema,
        response: { 201: messageSchema, ...problems(403, 404, 422) },
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
        operationId: 'getMessage',
        summary: 'One message',
        description: 'A message of a closed ticket is answered to helpdesk only.',
        params: messagePathSchema,
        querystring: readerSchema,
        response: { 200: messageSchema, ...problems(403, 404) },
      },
    },
    ({ params: { id }, query: reader }) => getMessage({ context, id, reader }),
  );

  app.patch(
    '/v1/messages/:id',
    {
      schema: {
        tags,
        operationId: 'editMessage',
        summary: 'Edit a message; the earlier version stays in the history',
        description:
          'An edit that Slack dates before the stored one changes no words. Whichever edit says internal makes a note of a message of helpdesk, for good.',
        params: messagePathSchema,
        body: editMessageSchema,
        response: { 200: messageSchema, ...problems(403, 404) },
      },
    },
    ({ params: { id }, body: edit }) => editMessage({ context, id, edit }),
  );

  app.delete(
    '/v1/messages/:id',
    {
      schema: {
        tags,
        operationId: 'deleteMessage',
        summary: 'Delete a message; a tombstone stays',
        description: 'Deleting it again changes nothing.',
        params: messagePathSchema,
        body: deleteMessageSchema,
        response: { 200: messageSchema, ...problems(403, 404) },
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
        operationId: 'findMessages',
        summary: 'The message whose original or copy a Slack message is',
        description: 'One message, or none.',
        querystring: findMessagesSchema,
        response: { 200: messageListSchema, ...problems(403) },
      },
    },
    ({ query: { role, viewer, ...ref } }) => findMessages({ context, ref, reader: { role, viewer } }),
  );

  app.get(
    '/v1/messages/:id/copies',
    {
      schema: {
        tags,
        operationId: 'listCopies',
        summary: 'Where a message was mirrored to',
        description: 'For edits and deletions, which the copies follow.',
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
        operationId: 'rememberCopy',
        summary: 'Remember a mirrored copy',
        description: 'The same copy again changes nothing; a copy of another message is refused.',
        params: messagePathSchema,
        body: slackRefSchema,
        response: { 200: messageCopySchema, ...problems(404, 422) },
      },
    },
    ({ params: { id }, body: ref }) => rememberCopy({ context, id, ref }),
  );
}

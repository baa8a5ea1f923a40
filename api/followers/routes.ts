import {
  followerListSchema,
  followerPathSchema,
  followSchema,
  numberPathSchema,
  readerSchema,
  ticketSchema,
} from '@campus-desk/contract';
import { problems, type Service } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import { followTicket, unfollowTicket } from './follow-ticket.ts';
import { listFollowers } from './list-followers.ts';

const tags = ['Followers'];

/** Who is told of a ticket besides its reporter. */
export function addFollowerRoutes({ app, context }: { app: Service; context: Context }): void {
  app.get(
    '/v1/tickets/:number/followers',
    {
      schema: {
        tags,
        operationId: 'listFollowers',
        summary: 'Who is told of a ticket besides its reporter, each person once',
        description:
          'Reporters and followers of its duplicates, and who asked for it. For whoever tells them, as helpdesk: to other users a reporter who hides their name on a duplicate is somebody.',
        params: numberPathSchema,
        querystring: readerSchema,
        response: { 200: followerListSchema, ...problems(403, 404) },
      },
    },
    ({ params: { number }, query: reader }) => listFollowers({ context, number, reader }),
  );

  app.put(
    '/v1/tickets/:number/followers/:userId',
    {
      schema: {
        tags,
        operationId: 'followTicket',
        summary: '“Same here”: be told of a ticket that somebody else reported',
        description: 'A user follows for themselves, helpdesk for anybody. Doing it again changes nothing.',
        params: followerPathSchema,
        body: followSchema,
        response: { 200: ticketSchema, ...problems(403, 404, 409) },
      },
    },
    ({ params, body: { actor } }) => followTicket({ context, ...params, actor }),
  );

  app.delete(
    '/v1/tickets/:number/followers/:userId',
    {
      schema: {
        tags,
        operationId: 'unfollowTicket',
        summary: 'Be told of a ticket no longer',
        description:
          'Also where they followed a duplicate of it. The reporter of a duplicate is told as long as it is one.',
        params: followerPathSchema,
        body: followSchema,
        response: { 200: ticketSchema, ...problems(403, 404, 409) },
      },
    },
    ({ params, body: { actor } }) => unfollowTicket({ context, ...params, actor }),
  );
}

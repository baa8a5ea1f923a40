import { z } from 'zod';
import type { Actor, Person, Reader, Role } from './actor.ts';
import { createCall, exportTimeoutMs } from './call.ts';
import { campusSchema, type LocatedCampus } from './campus.ts';
import { type Categorisation, categorisationSchema, type categoriseSchema } from './categoriser.ts';
import { createMessageCalls } from './client-messages.ts';
import { createOutboxCalls } from './client-outbox.ts';
import { createPrivacyCalls } from './client-privacy.ts';
import { createSummaryCalls } from './client-summaries.ts';
import { createThreadCalls } from './client-threads.ts';
import { createWaveCalls } from './client-waves.ts';
import { type EventList, eventListSchema } from './event.ts';
import { type Follower, followerListSchema } from './follower.ts';
import { type Lease, leaseSchema, type TakeLease } from './lease.ts';
import { type LeaseConnection, openLeaseConnection } from './lease-connection.ts';
import { type NamedPerson, namedPersonSchema, type Unnamed, unnamedSchema } from './person.ts';
import { type SimilarTicket, similarListSchema } from './similar.ts';
import { type AnswerCount, answerCountSchema, type solvedByAnswerSchema } from './solved-answer.ts';
import {
  type changeTicketSchema,
  type exportTicketsSchema,
  type fileTicketSchema,
  type listTicketsSchema,
  type Split,
  splitSchema,
  type splitTicketSchema,
  type Ticket,
  type TicketList,
  ticketListSchema,
  ticketSchema,
} from './ticket.ts';
import { type WebhookState, webhookStateSchema } from './webhook.ts';

export type Client = ReturnType<typeof createClient>;

/** Longest time an answer of the API may take, in milliseconds; a long poll adds its own wait. */
const standardTimeoutMs = 2500;

type ListEventsInput = Partial<Reader> & { number: number; limit?: number; cursor?: string };

type ChangeTicketInput = { number: number } & z.input<typeof changeTicketSchema>;

type FollowInput = { number: number; userId: string; actor: Actor };

type FindSimilarInput = { text: string; location?: string | undefined; role: Role };

type SplitTicketInput = { number: number } & z.input<typeof splitTicketSchema>;

type CreateClientInput = { baseUrl: string; token: string | undefined; timeoutMs?: number };

/**
 * The API as typed functions. Every call throws an `AppError` with the code of the API's problem, or `unavailable`
 * when the API cannot be reached or does not answer within `timeoutMs`.
 */
export function createClient({ baseUrl, token, timeoutMs = standardTimeoutMs }: CreateClientInput) {
  const call = createCall({ baseUrl, token, timeoutMs });
  const ticket = (number: number) => `/v1/tickets/${number}`;
  const follower = ({ number, userId }: Pick<FollowInput, 'number' | 'userId'>) =>
    `${ticket(number)}/followers/${encodeURIComponent(userId)}`;

  return {
    fileTicket: (
      body: z.input<typeof fileTicketSchema>,
      { idempotencyKey }: { idempotencyKey: string },
    ): Promise<Ticket> =>
      call({
        method: 'POST',
        path: '/v1/tickets',
        body,
        headers: { 'idempotency-key': idempotencyKey },
        answer: ticketSchema,
      }),

    listTickets: (
      query: Omit<z.input<typeof listTicketsSchema>, 'limit'> & { limit?: number },
    ): Promise<TicketList> => call({ method: 'GET', path: '/v1/tickets', query, answer: ticketListSchema }),

    /** The tickets that fit as CSV, its lines ended by CR LF and nothing else. */
    exportTickets: (
      query: Omit<z.input<typeof exportTicketsSchema>, 'limit'> & { limit?: number },
    ): Promise<string> =>
      call({
        method: 'GET',
        path: '/v1/tickets.csv',
        query,
        answer: z.string(),
        isText: true,
        timeoutMs: exportTimeoutMs,
      }),

    /** What the campus knows about itself. */
    getCampus: (): Promise<LocatedCampus> =>
      call({ method: 'GET', path: '/v1/campus', answer: campusSchema }),

    /** The categoriser's answer for a text of up to 3,000 characters. */
    categorise: (body: z.input<typeof categoriseSchema>): Promise<Categorisation> =>
      call({ method: 'POST', path: '/v1/categorise', body, answer: categorisationSchema }),

    /** "This solved it": counted once a key. */
    countSolvedByAnswer: (
      body: z.input<typeof solvedByAnswerSchema>,
      { idempotencyKey }: { idempotencyKey: string },
    ): Promise<AnswerCount> =>
      call({
        method: 'POST',
        path: '/v1/answers/solved',
        body,
        headers: { 'idempotency-key': idempotencyKey },
        answer: answerCountSchema,
      }),

    getTicket: ({ number, role, viewer }: { number: number } & Reader): Promise<Ticket> =>
      call({ method: 'GET', path: ticket(number), query: { role, viewer }, answer: ticketSchema }),

    /** The two problems of a ticket as two tickets, the second one following the first. */
    splitTicket: ({ number, ...body }: SplitTicketInput): Promise<Split> =>
      call({ method: 'POST', path: `${ticket(number)}/split`, body, answer: splitSchema }),

    changeTicket: ({ number, ...body }: ChangeTicketInput): Promise<Ticket> =>
      call({ method: 'PATCH', path: ticket(number), body, answer: ticketSchema }),

    /** Who is told of a ticket besides its reporter. */
    listFollowers: async ({ number, ...query }: { number: number } & Reader): Promise<Follower[]> =>
      (await call({ method: 'GET', path: `${ticket(number)}/followers`, query, answer: followerListSchema }))
        .followers,

    /** The ticket, of which this person is told from now on. */
    followTicket: ({ number, userId, actor }: FollowInput): Promise<Ticket> =>
      call({ method: 'PUT', path: follower({ number, userId }), body: { actor }, answer: ticketSchema }),

    /** The ticket, of which this person is told no longer. */
    unfollowTicket: ({ number, userId, actor }: FollowInput): Promise<Ticket> =>
      call({ method: 'DELETE', path: follower({ number, userId }), body: { actor }, answer: ticketSchema }),

    /** Unclosed tickets that tell of the same problem as a text, best first. */
    findSimilar: async (query: FindSimilarInput): Promise<SimilarTicket[]> =>
      (await call({ method: 'GET', path: '/v1/tickets/similar', query, answer: similarListSchema })).tickets,

    listEvents: ({ number, ...query }: ListEventsInput): Promise<EventList> =>
      call({ method: 'GET', path: `${ticket(number)}/events`, query, answer: eventListSchema }),

    /** Slack users who are stored with their id for a name; a hundred at most. */
    listUnnamed: (): Promise<Unnamed> =>
      call({ method: 'GET', path: '/v1/people/unnamed', answer: unnamedSchema }),

    /** Fills in a name wherever the person's id stands for it. */
    namePerson: ({ id, ...body }: Person): Promise<NamedPerson> =>
      call({
        method: 'PUT',
        path: `/v1/people/${encodeURIComponent(id)}/name`,
        body,
        answer: namedPersonSchema,
      }),

    ...createSummaryCalls({ call }),

    ...createMessageCalls({ call }),

    ...createThreadCalls({ call }),

    ...createOutboxCalls({ call, timeoutMs }),

    ...createPrivacyCalls({ call }),

    ...createWaveCalls({ call }),

    /** How the receiver of webhooks keeps up. */
    readWebhook: (): Promise<WebhookState> =>
      call({ method: 'GET', path: '/v1/webhook', answer: webhookStateSchema }),

    takeLease: ({ name, ...body }: { name: string } & TakeLease): Promise<Lease> =>
      call({ method: 'PUT', path: `/v1/leases/${name}`, body, answer: leaseSchema }),

    /** Who holds the lease now. */
    readLease: ({ name }: { name: string }): Promise<Lease> =>
      call({ method: 'GET', path: `/v1/leases/${name}`, answer: leaseSchema }),

    /** Ties a lease that was taken to a connection: it ends at once when that closes, however it closes. */
    holdLease: (lease: { name: string; holder: string; fence: number }): Promise<LeaseConnection> =>
      openLeaseConnection({ baseUrl, token, ...lease }),

    /** Resolves when the API says it is ready; throws `unavailable` otherwise. */
    checkReady: async (): Promise<void> => {
      await call({ method: 'GET', path: '/readyz', answer: z.object({ status: z.literal('ok') }) });
    },
  };
}

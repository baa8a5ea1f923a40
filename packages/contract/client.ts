import { z } from 'zod';
import type { Actor, Person, Reader, Role } from './actor.ts';
import { createCall, exportTimeoutMs } from './call.ts';
import { campusSchema, type LocatedCampus } from './campus.ts';
import {
  type Categorisation,
  type CorrectionSummary,
  categorisationSchema,
  type categoriseSchema,
  correctionSummarySchema,
} from './categoriser.ts';
import { createOutboxCalls } from './client-outbox.ts';
import { createPrivacyCalls } from './client-privacy.ts';
import { createWaveCalls } from './client-waves.ts';
import { type EventList, eventListSchema } from './event.ts';
import { type Follower, followerListSchema } from './follower.ts';
import { type Lease, leaseSchema, type TakeLease } from './lease.ts';
import { type LeaseConnection, openLeaseConnection } from './lease-connection.ts';
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
import type { OpenedPeriod } from './opened-period.ts';
import { type NamedPerson, namedPersonSchema, type Unnamed, unnamedSchema } from './person.ts';
import { type ResponseSummary, responseSummarySchema } from './response.ts';
import { type SatisfactionSummary, satisfactionSummarySchema } from './satisfaction.ts';
import { type SimilarTicket, similarListSchema } from './similar.ts';
import { type AnswerCount, answerCountSchema, type solvedByAnswerSchema } from './solved-answer.ts';
import { type Summary, type summaryQuerySchema, summarySchema } from './summary.ts';
import {
  type RememberThread,
  type Thread,
  type ThreadSide,
  type ThreadStateList,
  threadListSchema,
  threadSchema,
  threadStateListSchema,
} from './thread.ts';
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

type BindThreadInput = { number: number; side: ThreadSide } & SlackRef;

type ListMessagesInput = Partial<Reader> & {
  number: number;
  limit?: number;
  cursor?: string;
  newestFirst?: boolean;
};

type ListEventsInput = Partial<Reader> & { number: number; limit?: number; cursor?: string };

type ChangeTicketInput = { number: number } & z.input<typeof changeTicketSchema>;

type FollowInput = { number: number; userId: string; actor: Actor };

type FindSimilarInput = { text: string; location?: string | undefined; role: Role };

type ListThreadStatesInput = { limit?: number; cursor?: string | undefined; former?: boolean };
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
  const message = (id: string) => `/v1/messages/${encodeURIComponent(id)}`;

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

    summarise: (query: z.input<typeof summaryQuerySchema>): Promise<Summary> =>
      call({ method: 'GET', path: '/v1/tickets/summary', query, answer: summarySchema }),

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

    /** How often people corrected the categoriser, by month of opening. */
    summariseCorrections: (query: OpenedPeriod): Promise<CorrectionSummary> =>
      call({
        method: 'GET',
        path: '/v1/categoriser/corrections/summary',
        query,
        answer: correctionSummarySchema,
      }),

    /** How fast helpdesk first answered, by month of opening. */
    summariseResponses: (query: OpenedPeriod): Promise<ResponseSummary> =>
      call({
        method: 'GET',
        path: '/v1/tickets/responses/summary',
        query,
        answer: responseSummarySchema,
      }),

    /** What reporters say of their closed tickets, by category. */
    summariseSatisfaction: (query: OpenedPeriod): Promise<SatisfactionSummary> =>
      call({
        method: 'GET',
        path: '/v1/tickets/satisfaction/summary',
        query,
        answer: satisfactionSummarySchema,
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

    listMessages: ({ number, ...query }: ListMessagesInput): Promise<MessageList> =>
      call({ method: 'GET', path: `${ticket(number)}/messages`, query, answer: messageListSchema }),

    /** The same origin, or the same key, answers the message that is there. */
    postMessage: (
      { number, ...body }: { number: number } & z.input<typeof postMessageSchema>,
      { idempotencyKey }: { idempotencyKey?: string } = {},
    ): Promise<Message> =>
      call({
        method: 'POST',
        path: `${ticket(number)}/messages`,
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

    bindThread: ({ number, side, ...body }: BindThreadInput): Promise<Thread> =>
      call({ method: 'PUT', path: `${ticket(number)}/threads/${side}`, body, answer: threadSchema }),

    /** The threads of a ticket; with `former` those of its earlier cards, too. */
    listThreads: async ({ number, ...query }: { number: number; former?: boolean }): Promise<Thread[]> =>
      (await call({ method: 'GET', path: `${ticket(number)}/threads`, query, answer: threadListSchema }))
        .threads,

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

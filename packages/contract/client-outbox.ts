import type { z } from 'zod';
import type { CallService } from './call.ts';
import {
  type Acknowledge,
  acknowledgedSchema,
  type Outbox,
  outboxSchema,
  type Refused,
  type RetryOutbox,
  type readSubjectSchema,
  refusedSchema,
  retriedSchema,
  type Subject,
  subjectSchema,
} from './outbox.ts';

type ReadOutboxInput = { limit?: number; wait?: number; except?: number[] };
type ReadSubjectInput = { number: number } & z.input<typeof readSubjectSchema>;

type CreateOutboxCallsInput = { call: CallService; timeoutMs: number };

/** The calls of whoever shows events in Slack. */
export function createOutboxCalls({ call, timeoutMs }: CreateOutboxCallsInput) {
  return {
    /** Events not yet shown in Slack, apart from those in `except`; it waits up to `wait` seconds for one. */
    readOutbox: ({ except = [], ...query }: ReadOutboxInput): Promise<Outbox> =>
      call({
        ...(except.length === 0
          ? { method: 'GET', path: '/v1/outbox' }
          : { method: 'POST', path: '/v1/outbox/read', body: { except } }),
        query,
        answer: outboxSchema,
        timeoutMs: timeoutMs + (query.wait ?? 0) * 1000,
      }),

    acknowledge: (body: Partial<Acknowledge>): Promise<{ acknowledged: number }> =>
      call({ method: 'POST', path: '/v1/outbox/ack', body, answer: acknowledgedSchema }),

    /** Puts what Slack refused back into the outbox: of one channel, of one ticket, or all. */
    retryOutbox: (body: RetryOutbox): Promise<{ retried: number }> =>
      call({ method: 'POST', path: '/v1/outbox/retry', body, answer: retriedSchema }),

    /** What the events of a ticket are about: the ticket, its threads, and the named messages under it. */
    readSubject: ({ number, ...body }: ReadSubjectInput): Promise<Subject> =>
      call({ method: 'POST', path: `/v1/outbox/tickets/${number}`, body, answer: subjectSchema }),

    /** What Slack refused and why, counted. */
    listRefused: (): Promise<Refused> =>
      call({ method: 'GET', path: '/v1/outbox/refused', answer: refusedSchema }),
  };
}

import {
  AppError,
  type Person,
  type ProblemCode,
  personSchema,
  type Ticket,
  ticketSchema,
} from '@campus-desk/contract';
import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { z } from 'zod';
import type { ActContext } from './context.ts';

/** What an error says to the person who caused it. */
export type Refusal = {
  message: string;
  /** Refused fields of a form, by their name in the API. */
  fields: { path: string; message: string }[];
  /** The ticket as it is now, when somebody was quicker, and who that was. */
  conflict: { code: AppError['code']; ticket: Ticket; by: Person | undefined } | undefined;
};

const detailsSchema = z.object({
  errors: z.array(z.object({ path: z.string(), message: z.string() })).catch([]),
  ticket: ticketSchema.optional().catch(undefined),
  by: z.object(personSchema.shape).optional().catch(undefined),
});

type RefusalOfInput = { context: ActContext; error: unknown; during: string };

/**
 * Every error of a listener in words: expected refusals as the API says them, anything else with a reference under
 * which the log has the cause.
 */
export function refusalOf({ context, error, during }: RefusalOfInput): Refusal {
  if (error instanceof AppError && error.code !== 'internal' && error.code !== 'unauthorized')
    return expected({ context, error, during });
  if (isSlackTooSlow(error)) {
    context.logger.warn({ err: error, during }, 'Slack could not be reached in time');
    return { message: 'Slack did not answer in time. Try again.', ...nothingMore };
  }
  const reference = context.newReference();
  context.logger.error({ err: error, reference, during }, 'listener failed');
  return {
    message: `Something went wrong here. Check whether it was done; if not, try again. If it keeps failing, tell your administrator ${reference}.`,
    ...nothingMore,
  };
}

const nothingMore = { fields: [], conflict: undefined };

/** Somebody went on clicking: the view was drawn again, or closed, before this answer came. Nothing needs to be said. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && ['hash_conflict', 'not_found'].includes(error.data.error);
}

const lateTriggers = ['expired_trigger_id', 'exchanged_trigger_id', 'ratelimited'];

/** The network, Slack's rate limits, or a modal that Slack waited for too long. */
function isSlackTooSlow(error: unknown): boolean {
  if (error instanceof WebAPIPlatformError) return lateTriggers.includes(error.data.error);
  return error instanceof WebAPIRequestError || error instanceof WebAPIRateLimitedError;
}

/** Where the API speaks to programs, people need other words. */
const words: Partial<Record<ProblemCode, (command: string) => string>> = {
  idempotency_mismatch: command =>
    `Your report had arrived before you changed it. Close this window and type ${command} list mine: you can edit the ticket there.`,
};

type ExpectedInput = { context: ActContext; error: AppError; during: string };

function expected({ context, error, during }: ExpectedInput): Refusal {
  const log = { code: error.code, during };
  if (error.code === 'unavailable')
    context.logger.warn({ ...log, err: error }, 'the API could not be reached');
  else context.logger.info(log, 'request refused');
  const { errors = [], ticket, by } = detailsSchema.parse({ errors: [], ...error.details });
  return {
    message: words[error.code]?.(context.commands.ticket) ?? error.message,
    fields: errors,
    conflict: ticket === undefined ? undefined : { code: error.code, ticket, by },
  };
}

import { AppError, type Person, personSchema, type Ticket, ticketSchema } from '@campus-desk/contract';
import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { z } from 'zod';
import type { ActContext } from './context.ts';
import { sayError, sayFieldErrors } from './error-words.ts';

/** What an error says to the person who caused it. */
export type Refusal = {
  message: string;
  /** Refused fields of a form, by their name in the API. */
  fields: { path: string; message: string }[];
  /** The ticket as it is now, when somebody was quicker, and who that was. */
  conflict: { code: AppError['code']; ticket: Ticket; by: Person | undefined } | undefined;
};

const detailsSchema = z.object({
  ticket: ticketSchema.optional().catch(undefined),
  by: z.object(personSchema.shape).optional().catch(undefined),
});

type RefusalOfInput = { context: ActContext; error: unknown; during: string };

/**
 * Every error of a listener in words: expected refusals in the person's language, anything else with a reference under
 * which the log has the cause.
 */
export function refusalOf({ context, error, during }: RefusalOfInput): Refusal {
  if (error instanceof AppError && error.code !== 'internal' && error.code !== 'unauthorized')
    return expected({ context, error, during });
  if (isSlackTooSlow(error)) {
    context.logger.warn({ err: error, during }, 'Slack could not be reached in time');
    return { message: context.texts.errors.slackSlow, ...nothingMore };
  }
  const reference = context.newReference();
  context.logger.error({ err: error, reference, during }, 'listener failed');
  return { message: context.texts.errors.unexpected({ reference }), ...nothingMore };
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

type ExpectedInput = { context: ActContext; error: AppError; during: string };

function expected({ context, error, during }: ExpectedInput): Refusal {
  const log = { code: error.code, during };
  if (error.code === 'unavailable')
    context.logger.warn({ ...log, err: error }, 'the API could not be reached');
  else context.logger.info(log, 'request refused');
  const { ticket, by } = detailsSchema.parse(error.details);
  const { texts, commands } = context;
  const saying = { error, texts, command: commands.ticket };
  return {
    message: sayError(saying),
    fields: sayFieldErrors(saying),
    conflict: ticket === undefined ? undefined : { code: error.code, ticket, by },
  };
}

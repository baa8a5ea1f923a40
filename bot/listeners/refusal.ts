import { z } from 'zod';
import { type Person, personSchema, type Ticket, ticketSchema } from '../../api/contract/index.ts';
import { AppError } from '../../api/kit/errors.ts';
import type { Desk } from './desk.ts';

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

/**
 * Every error of a listener in words: expected refusals as the API says them, anything else with a reference under
 * which the log has the cause.
 */
export function refusalOf({ desk, error, during }: { desk: Desk; error: unknown; during: string }): Refusal {
  if (error instanceof AppError && error.code !== 'internal' && error.code !== 'unauthorized')
    return expected({ desk, error, during });
  const reference = desk.newReference();
  desk.logger.error({ err: error, reference, during }, 'listener failed');
  return {
    message: `Something went wrong here, and nothing was changed. Try again; if it stays, tell your administrator ${reference}.`,
    fields: [],
    conflict: undefined,
  };
}

function expected({ desk, error, during }: { desk: Desk; error: AppError; during: string }): Refusal {
  const log = { code: error.code, during };
  if (error.code === 'unavailable') desk.logger.warn({ ...log, err: error }, 'API not reached');
  else desk.logger.info(log, 'request refused');
  const { errors = [], ticket, by } = detailsSchema.parse({ errors: [], ...error.details });
  return {
    message: error.message,
    fields: errors,
    conflict: ticket === undefined ? undefined : { code: error.code, ticket, by },
  };
}

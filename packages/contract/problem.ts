import { z } from 'zod';
import { becauseSchema } from './reason.ts';

/** Every error code of the API with the HTTP status it travels under. */
export const problemStatuses = {
  validation_failed: 400,
  unauthorized: 401,
  forbidden_for_role: 403,
  not_found: 404,
  illegal_transition: 409,
  version_conflict: 409,
  ticket_closed: 409,
  payload_too_large: 413,
  misdirected: 421,
  idempotency_mismatch: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatuses;

const problemCodes = Object.keys(problemStatuses) as [ProblemCode, ...ProblemCode[]];

/** An error answer as RFC 9457 `application/problem+json`, with a stable `code` to decide by. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes),
    detail: z.string().describe('For people; says what to do next.'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string(), ...becauseSchema.shape }))
      .optional()
      .describe('One entry per refused field of a validation_failed.'),
    ...becauseSchema.shape,
    requestId: z.string().optional(),
  })
  .meta({
    id: 'Problem',
    examples: [
      {
        type: 'about:blank',
        title: 'not found',
        status: 404,
        code: 'not_found',
        detail: 'There is no ticket #12.',
        requestId: '0b9c1f4e-6a57-4c0e-9d1b-3f2a5c8e7d60',
      },
    ],
  });

export type Problem = z.infer<typeof problemSchema>;

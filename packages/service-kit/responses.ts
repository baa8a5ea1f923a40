import { problemSchema, type problemStatuses } from '@campus-desk/contract';

type ProblemStatus = (typeof problemStatuses)[keyof typeof problemStatuses];

/** Refusals that any call can meet. */
const always = [400, 401, 413, 421, 429, 500, 503] as const;

/** What each refusal means to whoever meets it. */
const meanings: Record<ProblemStatus, string> = {
  400: 'Something in the request is wrong; `errors` names each field.',
  401: 'The token is missing or wrong.',
  403: 'The role must not see or do this.',
  404: 'There is no such thing.',
  409: 'Somebody was faster, or the status does not allow it; the problem carries what is true now.',
  413: 'The request is too large.',
  421: 'Without a token only calls to this machine are answered.',
  422: 'The same key or place came with something else before.',
  429: 'Too much at once from one person. Try again after `Retry-After`.',
  500: 'Something went wrong here; the log has it under the `requestId`.',
  503: 'Too much is going on, or something needed is away. Try again after `Retry-After`.',
};

/** The problem answers of a route, for its schema: those any call can meet, and the given ones. */
export function problems<Status extends ProblemStatus>(...statuses: Status[]) {
  const entries = [...always, ...statuses].map(status => [status, problemResponse(status)]);
  return Object.fromEntries(entries) as Record<
    Status | (typeof always)[number],
    ReturnType<typeof problemResponse>
  >;
}

function problemResponse(status: ProblemStatus) {
  return {
    description: meanings[status],
    content: { 'application/problem+json': { schema: problemSchema } },
  };
}

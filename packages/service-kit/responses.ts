import { problemSchema, type problemStatuses } from '@campus-desk/contract';

type ProblemStatus = (typeof problemStatuses)[keyof typeof problemStatuses];

/** Refusals that any call can meet. */
const always = [400, 401, 413, 421, 429, 500, 503] as const;

/** The problem answers of a route, for its schema: those any call can meet, and the given ones. */
export function problems<Status extends ProblemStatus>(...statuses: Status[]) {
  const entries = [...always, ...statuses].map(status => [status, problemResponse]);
  return Object.fromEntries(entries) as Record<Status | (typeof always)[number], typeof problemResponse>;
}

const problemResponse = {
  description: 'Refused; `code` says why.',
  content: { 'application/problem+json': { schema: problemSchema } },
};

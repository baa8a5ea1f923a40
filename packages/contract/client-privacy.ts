import { type CallService, exportTimeoutMs } from './call.ts';
import {
  type PersonExport,
  type PrivacyAct,
  type PrivacyActList,
  type PrivacyOrder,
  type Purged,
  type PurgeOrder,
  personExportSchema,
  privacyActListSchema,
  privacyActSchema,
  purgedSchema,
} from './privacy.ts';

/** The calls that show and remove what is stored about people. */
export function createPrivacyCalls({ call }: { call: CallService }) {
  const person = (id: string) => `/v1/people/${encodeURIComponent(id)}`;

  return {
    /** Everything that is stored about a person. */
    exportPerson: ({ id, ...body }: { id: string } & PrivacyOrder): Promise<PersonExport> =>
      call({
        method: 'POST',
        path: `${person(id)}/export`,
        body,
        answer: personExportSchema,
        timeoutMs: exportTimeoutMs,
      }),

    /** Removes a person; it cannot be undone. */
    forgetPerson: ({ id, ...body }: { id: string } & PrivacyOrder): Promise<PrivacyAct> =>
      call({
        method: 'POST',
        path: `${person(id)}/forget`,
        body,
        answer: privacyActSchema,
        timeoutMs: exportTimeoutMs,
      }),

    /** Removes texts and names of old tickets, ten thousand at most; it cannot be undone. */
    purgeTickets: (body: PurgeOrder): Promise<Purged> =>
      call({
        method: 'POST',
        path: '/v1/tickets/purge',
        body,
        answer: purgedSchema,
        timeoutMs: exportTimeoutMs,
      }),

    listPrivacyActs: (): Promise<PrivacyActList> =>
      call({ method: 'GET', path: '/v1/privacy/acts', answer: privacyActListSchema }),
  };
}

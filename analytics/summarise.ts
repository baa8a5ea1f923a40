import type { Client } from '../api/client.ts';
import type { Summary } from '../api/contract/index.ts';
import { hasCode, unavailable } from '../api/kit/errors.ts';

/** What a service asks the API; times are those of the zone it is given. */
export type Question = (timeZone: string) => Parameters<Client['summarise']>[0];

/**
 * Counts by the API, cut in the API's time zone: when that is another than ours, the question is put again in it.
 * Throws `unavailable` with the missing part named when the API cannot be reached.
 */
export async function summarise({
  client,
  timeZone,
  question,
}: {
  client: Pick<Client, 'summarise'>;
  timeZone: string;
  question: Question;
}): Promise<Summary> {
  try {
    const summary = await client.summarise(question(timeZone));
    return summary.timeZone === timeZone ? summary : await client.summarise(question(summary.timeZone));
  } catch (error) {
    if (!hasCode(error, 'unavailable')) throw error;
    throw unavailable({
      message: 'The ticket API cannot be reached, so nothing can be counted. Try again in a moment.',
      cause: error,
    });
  }
}

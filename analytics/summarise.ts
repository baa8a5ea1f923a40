import { type Client, hasCode, type Summary, unavailable } from '@campus-desk/contract';
import type { Texts } from './texts/texts.ts';

/** What a service asks the API, with the times of a zone. */
type SummaryRequest = (timeZone: string) => Parameters<Client['summarise']>[0];

type SummariseInput = {
  client: Pick<Client, 'summarise'>;
  timeZone: string;
  texts: Texts;
  request: SummaryRequest;
};

/** Tickets counted by the API, in periods of the API's time zone; throws as `askApi` does. */
export function summarise({ client, timeZone, texts, request }: SummariseInput): Promise<Summary> {
  return askApi({ timeZone, texts, ask: zone => client.summarise(request(zone)) });
}

/** The same periods counted for several categories, as one: every group with the sum of its counts. */
export function addUp([first, ...others]: Summary[]): Summary {
  if (first === undefined) throw new Error('There is nothing to add up.');
  const groups = first.groups.map((group, index) => {
    const same = [group, ...others.map(({ groups }) => groups[index] ?? group)];
    const sum = (what: 'count' | 'open' | 'active' | 'closed') =>
      same.reduce((total, part) => total + part[what], 0);
    const counts = { count: sum('count'), open: sum('open'), active: sum('active'), closed: sum('closed') };
    return { ...group, ...counts, resolution: null };
  });
  return { ...first, groups };
}

type AskApiInput<Answer extends { timeZone: string }> = {
  timeZone: string;
  texts: Texts;
  ask: (timeZone: string) => Promise<Answer>;
};

/**
 * An answer of the API for the API's own time zone: when that is not ours, the API is asked again for its own.
 * Throws `unavailable` with the missing part named when the API cannot be reached.
 */
export async function askApi<Answer extends { timeZone: string }>(
  input: AskApiInput<Answer>,
): Promise<Answer> {
  const { timeZone, texts, ask } = input;
  try {
    const answer = await ask(timeZone);
    return answer.timeZone === timeZone ? answer : await ask(answer.timeZone);
  } catch (error) {
    if (!hasCode(error, 'unavailable')) throw error;
    throw unavailable({ message: texts.notCounted, cause: error });
  }
}

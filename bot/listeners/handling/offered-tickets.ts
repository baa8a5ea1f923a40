import type { Client, Role, SimilarTicket } from '@campus-desk/contract';
import { type Logger, within } from '@campus-desk/service-kit';

/** Characters of a description that are compared: more would be an address too long, and say no more. */
const maxCompared = 500;

type OfferedTicketsInput = {
  client: Pick<Client, 'findSimilar'>;
  logger: Logger;
  text: string;
  location: string | null;
  role: Role;
  patienceMs: number;
};

/** Unclosed tickets that tell of the same problem; undefined where the API does not say in time whether there are any. */
export async function offeredTickets(input: OfferedTicketsInput): Promise<SimilarTicket[] | undefined> {
  const { client, logger, text, location, role, patienceMs } = input;
  const query = { text: [...text].slice(0, maxCompared).join(''), location: location ?? undefined, role };
  const finding = client.findSimilar(query).catch(err => {
    logger.debug({ err }, 'no tickets are offered');
    return undefined;
  });
  return within({ work: finding, ms: patienceMs });
}

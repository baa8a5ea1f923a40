import type { Ticket } from '@campus-desk/contract';
import { within } from '@campus-desk/service-kit';
import type { ListenerContext } from './context.ts';

type ReadEarlierInput = { context: ListenerContext; number: number; userId: string };

/**
 * What a ticket says, for the form of its follow-up; nothing when that takes too long. The card with the button shows
 * the same words, so whoever can press it may read them.
 */
export async function readEarlier(input: ReadEarlierInput): Promise<Partial<Filled>> {
  const { context, number, userId } = input;
  const reading = context.client.getTicket({ number, role: 'helpdesk' }).catch(err => {
    context.logger.info({ err, number }, 'follow-up without the words of its ticket');
    return undefined;
  });
  const ticket = await within({ work: reading, ms: context.patienceMs });
  return ticket === undefined ? {} : wordsOf({ ticket, userId });
}

type Filled = Pick<Ticket, 'description' | 'location'> & { hideName?: boolean };

type WordsOfInput = { ticket: Ticket; userId: string };

/** The words of a ticket as a filing form takes them, and whether its reporter, who follows it up, hides their name. */
export function wordsOf({ ticket, userId }: WordsOfInput): Filled {
  const { description, location, nameHidden, reporter } = ticket;
  return { description, location, ...(nameHidden && reporter.id === userId && { hideName: true }) };
}

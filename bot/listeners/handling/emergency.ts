import type { Client, Ticket } from '@campus-desk/contract';
import { within } from '@campus-desk/service-kit';
import { formatEmergency } from '../../ui/emergency.ts';
import type { ActContext } from './context.ts';

type EmergencyOfInput = { context: Pick<ActContext, 'campus' | 'texts'>; ticket: Pick<Ticket, 'urgent'> };

/** Whom to call first, where a ticket is urgent. */
export async function emergencyOf({ context, ticket }: EmergencyOfInput): Promise<string | undefined> {
  const { texts, campus } = context;
  return ticket.urgent ? formatEmergency({ texts, campus: await campus() }) : undefined;
}

type WordsInput = { context: { client: Pick<Client, 'categorise'>; patienceMs: number }; text: string };

/** Whether words tell of danger; undefined where the API does not say so in time. */
export async function tellsOfDanger({ context, text }: WordsInput): Promise<boolean | undefined> {
  const { client, patienceMs } = context;
  const asking = client.categorise({ text, answers: false }).catch(() => undefined);
  return (await within({ work: asking, ms: patienceMs }))?.urgent;
}

type EmergencyInInput = WordsInput & Pick<EmergencyOfInput, 'context'>;

/** Whom to call first, where words tell of danger; undefined too where the API does not say so in time. */
export async function emergencyIn({ context, text }: EmergencyInInput): Promise<string | undefined> {
  const { texts, campus } = context;
  return (await tellsOfDanger({ context, text }))
    ? formatEmergency({ texts, campus: await campus() })
    : undefined;
}

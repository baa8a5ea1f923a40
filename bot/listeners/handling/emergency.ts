import type { Client, Ticket } from '@campus-desk/contract';
import { within } from '@campus-desk/service-kit';
import { formatEmergency } from '../../ui/emergency.ts';
import type { CampusNow } from './campus-now.ts';
import type { ListenerContext } from './context.ts';

type EmergencyOfInput = { context: Pick<ListenerContext, 'campus'>; ticket: Pick<Ticket, 'urgent'> };

/** Whom to call first, where a ticket is urgent. */
export async function emergencyOf({ context, ticket }: EmergencyOfInput): Promise<string | undefined> {
  return ticket.urgent ? formatEmergency(await context.campus()) : undefined;
}

type EmergencyInInput = {
  context: { client: Pick<Client, 'categorise'>; campus: CampusNow; patienceMs: number };
  text: string;
};

/** Whom to call first, where words tell of danger; undefined too where the API does not say so in time. */
export async function emergencyIn({ context, text }: EmergencyInInput): Promise<string | undefined> {
  const { client, campus, patienceMs } = context;
  const asking = client.categorise({ text }).catch(() => undefined);
  const answer = await within({ work: asking, ms: patienceMs });
  return answer?.urgent ? formatEmergency(await campus()) : undefined;
}

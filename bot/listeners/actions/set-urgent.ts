import type { Ticket } from '@campus-desk/contract';
import { readReference } from '../../ui/reference.ts';
import type { Click, ClickListener } from '../handling/click.ts';
import { redraw } from '../handling/redraw.ts';
import { refusalOf } from '../handling/refusal.ts';

/** "Mark urgent" and "Not urgent". */
export function setUrgent(urgent: boolean): ClickListener {
  return async click => {
    const { role, number, version } = readReference(click.value);
    const change = { number, actor: await click.actor(role), version, urgent };
    const changing = click.context.client.changeTicket(change);
    const ticket = await changing.catch(error => saidAlready({ click, urgent, error }));
    await redraw({ click, ticket, role });
  };
}

type SaidAlreadyInput = { click: Click; urgent: boolean; error: unknown };

/** A double click says the same twice, and is no conflict. */
function saidAlready({ click: { context, user }, urgent, error }: SaidAlreadyInput): Ticket {
  const { conflict } = refusalOf({ context, error, during: 'click' });
  if (conflict?.code !== 'version_conflict') throw error;
  if (conflict.by?.id !== user.id || conflict.ticket.urgent !== urgent) throw error;
  return conflict.ticket;
}

import { readReference } from '../../ui/reference.ts';
import { readTicketForm } from '../../ui/ticket-form.ts';
import { drawNotice } from '../handling/back-from.ts';
import type { Click } from '../handling/click.ts';
import { showView } from '../handling/show-view.ts';

/** "Give back" in the form "Hand over": nobody has the ticket any more. */
export async function giveBack(click: Click): Promise<void> {
  const { context, view } = click;
  if (view === undefined) return;
  const { role, number, version } = readReference(click.value);
  const { from } = readTicketForm(view.metadata);
  const actor = await click.actor(role);
  const ticket = await context.client.changeTicket({ number, actor, version, assignee: null });
  const notice = context.texts.ticket.assign.givenBack({ number });
  const drawn = await drawNotice({ context, from, ticket, role, notice });
  await showView({ context, target: { how: 'update', viewId: view.id }, view: drawn });
}

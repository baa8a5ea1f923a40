import { filedView } from '../../ui/filed-view.ts';
import { readChoice } from '../../ui/reference.ts';
import type { Click } from '../handling/click.ts';
import { emergencyOf } from '../handling/emergency.ts';
import { showView } from '../handling/show-view.ts';

/** Which category is right, as the confirmation asked; the confirmation says thanks. */
export async function answerCategory({ context, value, view, actor }: Click): Promise<void> {
  if (view === undefined) return;
  const { role, number, version, category } = readChoice(value);
  const change = { number, actor: await actor(role), category };
  // A reporter answers while nobody has said the category, whatever else has changed; helpdesk must not overrule unseen.
  const ticket = await context.client.changeTicket(role === 'helpdesk' ? { ...change, version } : change);
  const cardPlace = ticket.source === null ? 'direct messages' : undefined;
  const target = { how: 'update', viewId: view.id } as const;
  const emergency = await emergencyOf({ context, ticket });
  const { ticket: command } = context.commands;
  const thanks = filedView({
    texts: context.texts,
    ticket,
    role,
    command,
    cardPlace,
    emergency,
    isAnswered: true,
  });
  await showView({ context, target, view: thanks });
}

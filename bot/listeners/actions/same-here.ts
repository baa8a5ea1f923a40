import { filingForm, readFiling } from '../../ui/filing-form.ts';
import { hintIn } from '../../ui/filing-hint.ts';
import { joinedView } from '../../ui/joined-view.ts';
import { readReference } from '../../ui/reference.ts';
import type { Click, ClickedView } from '../handling/click.ts';
import { findPerson } from '../handling/find-person.ts';
import { drawTicket } from '../handling/load-page.ts';
import { redraw } from '../handling/redraw.ts';
import { refusalOf } from '../handling/refusal.ts';
import { showView } from '../handling/show-view.ts';

/** "Same here" in a filing form: the person follows the ticket, and nothing is filed. */
export async function joinTicket(click: Click): Promise<void> {
  const { context, view, user } = click;
  if (view === undefined) return;
  const { role, number } = readReference(click.value);
  const { reporterId } = readFiling(view);
  const joining = click.actor(role).then(async actor => {
    const reporter =
      reporterId === undefined ? undefined : await findPerson({ context, id: reporterId, field: 'reporter' });
    const userId = reporter?.id ?? user.id;
    const ticket = await context.client.followTicket({ number, userId, actor });
    const joinedFor = reporter === undefined || reporter.id === user.id ? undefined : reporter.name;
    return joinedView({
      texts: context.texts,
      ticket,
      role,
      command: context.commands.ticket,
      userId,
      joinedFor,
    });
  });
  // What was typed stays where it is when that fails.
  const drawn = await joining.catch(error =>
    formAgain({ click, view, notice: refusalOf({ context, error, during: 'click' }).message }),
  );
  await showView({ context, target: { how: 'update', viewId: view.id }, view: drawn });
}

/** "Same here" in the ticket modal: the person follows it, and reads what they are told from now on. */
export async function joinFromTicket(click: Click): Promise<void> {
  const { context, user } = click;
  const { role, number } = readReference(click.value);
  const actor = await click.actor(role);
  const ticket = await context.client.followTicket({ number, userId: user.id, actor });
  const { reporter, follower } = context.texts.report.joined;
  const notice = ticket.reporter.id === user.id ? reporter({ number }) : follower({ number });
  await redraw({ click, ticket, role, notice });
}

/** "No, mine is different": the form without offers, now and later. */
export async function declineOffers(click: Click): Promise<void> {
  const { context, view } = click;
  if (view === undefined) return;
  const drawn = formAgain({ click, view, isDeclined: true });
  await showView({ context, target: { how: 'update', viewId: view.id }, view: drawn });
}

/** "Not mine any more": the person is told of the ticket no longer, unless a ticket of theirs is a duplicate of it. */
export async function leaveTicket(click: Click): Promise<void> {
  const { context, view, user } = click;
  const { role, number } = readReference(click.value);
  const actor = await click.actor(role);
  const ticket = await context.client.unfollowTicket({ number, userId: user.id, actor });
  const told = await context.client.listFollowers({ number, role: 'helpdesk' });
  const own = told.find(({ userId }) => userId === user.id)?.duplicate ?? undefined;
  const { left, stays } = context.texts.report.joined;
  const notice = own === undefined ? left({ number }) : stays({ number, own });
  if (view === undefined) return click.tellAlone(notice);
  const drawn = await drawTicket({ context, ticket, role, notice });
  await showView({ context, target: { how: 'update', viewId: view.id }, view: drawn });
}

type FormAgainInput = { click: Click; view: ClickedView; notice?: string; isDeclined?: true };

/** The form with everything that was typed into it, and no offers. */
function formAgain({ click, view, notice, isDeclined }: FormAgainInput) {
  const { hints, texts } = click.context;
  const read = readFiling(view);
  const filing = { ...read, isDeclined: isDeclined ?? read.isDeclined };
  hints?.opened({ viewId: view.id, filing });
  return filingForm({ texts, filing, hint: hintIn(view.blocks), notice, isTold: hints !== undefined });
}

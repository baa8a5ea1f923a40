import { AppError, type Message, type Role, type Ticket } from '@campus-desk/contract';
import { within } from '@campus-desk/service-kit';
import type { ModalView } from '@slack/types';
import { answerAllForm } from '../../ui/answer-all-form.ts';
import { answerForm } from '../../ui/answer-form.ts';
import { assignForm } from '../../ui/assign-form.ts';
import { closeForm } from '../../ui/close-form.ts';
import { duplicateForm } from '../../ui/duplicate-form.ts';
import { editForm } from '../../ui/edit-form.ts';
import { listView, pageSize } from '../../ui/list-view.ts';
import { type FormOrigin, type FormPage, filtersOf, type ListPage, type Page } from '../../ui/page.ts';
import { ticketView } from '../../ui/ticket-view.ts';
import { waitForm } from '../../ui/wait-form.ts';
import { placesNow } from './campus-now.ts';
import type { ActContext } from './context.ts';
import { follows } from './follows.ts';
import { similarTickets } from './similar-tickets.ts';

/** Messages a ticket modal shows. */
const lastMessages = 5;

/** The view of a page, with its data from the API. */
export function loadPage({ context, page }: { context: ActContext; page: Page }): Promise<ModalView> {
  switch (page.page) {
    case 'list':
      return loadList({ context, page });
    case 'ticket':
      return loadTicket({ context, ...page });
    case 'edit':
      return loadEdit({ context, ...page });
    case 'assign':
      return loadAssign({ context, ...page });
    case 'wait':
      return loadWait({ context, ...page });
    case 'duplicate':
      return loadDuplicate({ context, ...page });
    case 'answerAll':
      return loadAnswerAll({ context, ...page });
    case 'answer':
      return loadAnswer({ context, ...page });
    case 'close':
      return loadClose({ context, ...page });
  }
}

type DrawTicketInput = { context: ActContext; ticket: Ticket; role: Role; notice?: string | undefined };

/** The ticket modal for a ticket that is at hand; without its messages when these take too long. */
export async function drawTicket({ context, ticket, role, notice }: DrawTicketInput): Promise<ModalView> {
  const listing = readMessages({ context, number: ticket.number, role }).catch(() => undefined);
  const [messages = null, isFollower, places] = await Promise.all([
    within({ work: listing, ms: context.patienceMs }),
    within({ work: follows({ context, number: ticket.number, role }), ms: context.patienceMs }),
    placesNow(context.campus),
  ]);
  const { texts, userId } = context;
  return ticketView({ texts, userId, ticket, role, messages, isFollower, places, notice });
}

async function loadList({ context, page }: { context: ActContext; page: ListPage }): Promise<ModalView> {
  const query = { ...filtersOf(page), cursor: page.cursor, limit: pageSize };
  const [list, places] = await Promise.all([context.client.listTickets(query), placesNow(context.campus)]);
  return listView({ page, list, places, now: context.now(), texts: context.texts });
}

type LoadTicketInput = { context: ActContext; number: number; role: Role };

async function loadTicket({ context, number, role }: LoadTicketInput): Promise<ModalView> {
  const [ticket, messages, isFollower, places] = await Promise.all([
    context.client.getTicket({ number, role }),
    // The messages are a part of the modal: without them it says so instead of failing.
    readMessages({ context, number, role }).catch(() => null),
    follows({ context, number, role }),
    placesNow(context.campus),
  ]);
  const { texts, userId } = context;
  return ticketView({ texts, userId, ticket, role, messages, isFollower, places });
}

type LoadFormInput = { context: ActContext; number: number; role: Role; from: FormOrigin };

async function loadEdit({ context, number, role, from }: LoadFormInput): Promise<ModalView> {
  const [ticket, places] = await Promise.all([
    unclosedTicket({ context, number, role }),
    placesNow(context.campus),
  ]);
  const { texts, userId } = context;
  return editForm({ texts, ticket, places, role, from, userId });
}

async function loadAssign({ context, number, role, from }: LoadFormInput): Promise<ModalView> {
  const { version, assignee } = await unclosedTicket({ context, number, role });
  const { texts, userId } = context;
  return assignForm({ texts, reference: { role, number, version, from }, assignee, userId });
}

async function loadWait({ context, number, role, from }: LoadFormInput): Promise<ModalView> {
  const { version, waiting } = await unclosedTicket({ context, number, role });
  return waitForm({
    texts: context.texts,
    reference: { role, number, version, from },
    waiting,
    now: context.now(),
  });
}

async function loadDuplicate({ context, number, role, from }: LoadFormInput): Promise<ModalView> {
  const ticket = await unclosedTicket({ context, number, role });
  // A number can be typed without them.
  const similar = await similarTickets({ client: context.client, ticket, role }).catch(() => []);
  return duplicateForm({
    texts: context.texts,
    reference: { role, number, version: ticket.version, from },
    similar,
  });
}

async function loadClose({ context, number, role, from }: LoadFormInput): Promise<ModalView> {
  const { version, duplicates } = await unclosedTicket({ context, number, role });
  return closeForm({ texts: context.texts, reference: { role, number, version, from }, duplicates });
}

async function loadAnswerAll({ context, number, role, from }: LoadFormInput): Promise<ModalView> {
  const ticket = await unclosedTicket({ context, number, role });
  return answerAllForm({
    texts: context.texts,
    reference: { role, number, version: ticket.version, from },
    ticket,
  });
}

type LoadAnswerInput = LoadFormInput & Pick<Extract<FormPage, { page: 'answer' }>, 'chosen' | 'drafts'>;

async function loadAnswer(input: LoadAnswerInput): Promise<ModalView> {
  const { context, number, role, from, chosen, drafts } = input;
  const [ticket, campus] = await Promise.all([
    unclosedTicket({ context, number, role }),
    context.client.getCampus(),
  ]);
  const language = chosen === undefined ? undefined : await context.names.languageOf(ticket.reporter.id);
  const reference = { role, number, version: ticket.version, from };
  return answerForm({ texts: context.texts, reference, ticket, campus, language, chosen, drafts });
}

async function unclosedTicket({ context, number, role }: LoadTicketInput): Promise<Ticket> {
  const ticket = await context.client.getTicket({ number, role });
  if (ticket.status === 'closed')
    throw new AppError({
      code: 'ticket_closed',
      message: `Ticket #${number} is closed and stays as it is.`,
      details: { reason: 'ticket_is_closed', values: { number } },
    });
  return ticket;
}

type ReadMessagesInput = { context: ActContext; number: number; role: Role };

async function readMessages({ context, number, role }: ReadMessagesInput): Promise<Message[]> {
  const { client } = context;
  return (await client.listMessages({ number, role, limit: lastMessages, newestFirst: true })).messages;
}

import { AppError, type Message, type Role, type Ticket } from '@campus-desk/contract';
import { within } from '@campus-desk/service-kit';
import type { ModalView } from '@slack/types';
import { editForm } from '../../ui/edit-form.ts';
import { listView, pageSize } from '../../ui/list-view.ts';
import type { FormOrigin, ListPage, Page } from '../../ui/page.ts';
import { ticketView } from '../../ui/ticket-view.ts';
import type { Desk } from './context.ts';

/** Messages a ticket modal shows. */
const lastMessages = 5;

/** The view of a page, with its data from the API. */
export function loadPage({ desk, page }: { desk: Desk; page: Page }): Promise<ModalView> {
  if (page.page === 'list') return loadList({ desk, page });
  return page.page === 'edit' ? loadEdit({ desk, ...page }) : loadTicket({ desk, ...page });
}

/** The ticket modal for a ticket that is at hand; without its messages when these take too long. */
export async function drawTicket({
  desk,
  ticket,
  role,
  notice,
}: {
  desk: Desk;
  ticket: Ticket;
  role: Role;
  notice?: string;
}): Promise<ModalView> {
  const listing = readMessages({ desk, number: ticket.number }).catch(() => undefined);
  const messages = (await within({ work: listing, ms: desk.patienceMs })) ?? null;
  return ticketView({ ticket, role, messages, ...(notice === undefined ? {} : { notice }) });
}

async function loadList({ desk, page }: { desk: Desk; page: ListPage }): Promise<ModalView> {
  const { role, status, reporter, q, sort, cursor } = page;
  const query = { role, status: status.join(','), reporter, q, sort, cursor, limit: pageSize };
  return listView({ page, list: await desk.client.listTickets(query) });
}

async function loadTicket({
  desk,
  number,
  role,
}: {
  desk: Desk;
  number: number;
  role: Role;
}): Promise<ModalView> {
  const [ticket, messages] = await Promise.all([
    desk.client.getTicket({ number, role }),
    // The messages are a part of the modal: without them it says so instead of failing.
    readMessages({ desk, number }).catch(() => null),
  ]);
  return ticketView({ ticket, role, messages });
}

async function loadEdit({
  desk,
  number,
  role,
  from,
}: {
  desk: Desk;
  number: number;
  role: Role;
  from: FormOrigin;
}): Promise<ModalView> {
  const ticket = await desk.client.getTicket({ number, role });
  if (ticket.status === 'closed')
    throw new AppError({ code: 'ticket_closed', message: `Ticket #${number} is closed and stays as it is.` });
  return editForm({ ticket, role, from });
}

async function readMessages({ desk, number }: { desk: Desk; number: number }): Promise<Message[]> {
  return (await desk.client.listMessages({ number, limit: lastMessages, newestFirst: true })).messages;
}

import { sendFiles } from '../../slack/send-files.ts';
import { filtersOf, type ListPage, pageTitle, readListPage } from '../../ui/page.ts';
import { noticeView } from '../../ui/waiting-view.ts';
import type { Click } from '../handling/click.ts';
import { refusalOf } from '../handling/refusal.ts';
import { showView } from '../handling/show-view.ts';

/** Most tickets of a file in Slack: some ten megabytes, which the bot has in memory while it sends them. */
const maxTickets = 20_000;

/** "CSV" of a list: all its tickets as a file, to the person alone, in the direct messages with the bot. */
export async function sendListCsv({ context, user, view, triggerId }: Click): Promise<void> {
  if (view === undefined) return;
  const page = readListPage(view.metadata);
  const { texts } = context;
  const noticeOf = (message: string) => noticeView({ title: pageTitle({ page, texts }), message, texts });
  const notice = noticeOf(texts.list.csv.preparing);
  const { viewId } = await showView({ context, target: { how: 'push', triggerId }, view: notice });
  if (viewId === undefined) return;

  const sending = send({ context, page, userId: user.id })
    .catch(error => refusalOf({ context, error, during: 'CSV' }).message)
    .then(outcome => showView({ context, target: { how: 'update', viewId }, view: noticeOf(outcome) }))
    .catch(err => context.logger.info({ err }, 'nobody waits for the file any more'));
  context.inFlight.track({ kind: 'background', work: sending });
}

type SendInput = { context: Click['context']; page: ListPage; userId: string };

/** Sends the file; what there is to say about it. */
async function send({ context, page, userId }: SendInput): Promise<string> {
  const query = { ...filtersOf(page), limit: maxTickets };
  const text = await context.client.exportTickets(query);
  // A line for the names of the columns, and nothing after the last line end.
  const count = text.split('\r\n').length - 2;
  const { csv, tickets: ticketsOf } = context.texts.list;
  const tickets = ticketsOf({ count });
  const title = pageTitle({ page, texts: context.texts });
  const comment = count < maxTickets ? csv.all({ title, tickets }) : csv.first({ title, tickets });
  const files = [{ name: 'tickets.csv', title, text }];
  await sendFiles({ slack: context.stats.slack, userId, comment, files });
  return csv.sent({ tickets });
}

import { answerStats } from '../stats/answer.ts';
import { postWithPictures } from '../stats/post-with-pictures.ts';
import { type StatsRequest, writeStatsRequest } from '../stats/stats-request.ts';
import { digestMessage } from '../ui/digest-message.ts';
import type { StatsPart } from '../ui/stats-message.ts';
import { type JobContext, linked } from './context.ts';

/** How many tickets are named at most. */
const maxNamed = 5;
const request: StatsRequest = { analysis: 'backlog', last: '7d' };

/** Posts the morning's digest into the helpdesk channel; silent when every ticket is closed. */
export async function sendDigest(context: JobContext): Promise<void> {
  const waiting = await context.client.listTickets({
    role: 'helpdesk',
    status: 'open',
    sort: 'openedAt',
    limit: maxNamed,
  });
  const active = await context.client.listTickets({ role: 'helpdesk', status: 'active', limit: 1 });
  if (waiting.total + active.total === 0) return;

  const tickets = await Promise.all(waiting.tickets.map(ticket => linked({ context, ticket })));
  const { withPictures } = await answerStats({ context: context.stats, request });
  const [part] = await withPictures;
  if (part === undefined) return;
  const post = ([shown = part]: StatsPart[]) =>
    context.slack.chat.postMessage({
      channel: context.helpdeskChannel,
      unfurl_links: false,
      unfurl_media: false,
      ...digestMessage({
        waiting: tickets,
        total: waiting.total,
        part: shown,
        request: writeStatsRequest(request),
      }),
    });
  await postWithPictures({ parts: [part], post, logger: context.logger });
}

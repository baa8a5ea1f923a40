import type { Client, Ticket } from '@campus-desk/contract';
import type { Logger } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';
import type { TextsFor } from '../conversation/texts-for.ts';
import type { HelpdeskChannels } from '../helpdesk-channels.ts';
import type { StatsContext } from '../stats/answer.ts';
import type { LinkedTicket } from '../ui/ticket-links.ts';

/** What the scheduled jobs work with. */
export type JobContext = {
  client: Client;
  slack: WebClient;
  textsFor: TextsFor;
  stats: StatsContext;
  channels: HelpdeskChannels;
  /** Random per process: who runs a job. */
  holder: string;
  now: () => number;
  logger: Logger;
};

/** One run of a job: for which time of the schedule. */
export type JobRun = { due: Date };

type LinkedInput = { context: JobContext; ticket: Ticket };

/** A ticket with the address of its card, or without when Slack or the API does not answer it. */
export async function linked({ context, ticket }: LinkedInput): Promise<LinkedTicket> {
  try {
    const threads = await context.client.listThreads({ number: ticket.number });
    const card = threads.find(({ side }) => side === 'helpdesk');
    if (card === undefined) return { ticket, url: undefined };
    const { permalink } = await context.slack.chat.getPermalink({
      channel: card.channel,
      message_ts: card.ts,
    });
    return { ticket, url: permalink };
  } catch (err) {
    context.logger.info({ err, number: ticket.number }, 'no link to the card');
    return { ticket, url: undefined };
  }
}

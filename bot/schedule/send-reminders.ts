import { pagesOf, type Ticket } from '@campus-desk/contract';
import { openDm } from '../slack/open-dm.ts';
import { slackPagesOf } from '../slack/pages.ts';
import { reminderMessage } from '../ui/reminder-message.ts';
import { type JobContext, linked } from './context.ts';

/** A ticket is named when nobody has written anything for this long. */
const quietDays = 3;
/** Slack takes 50 blocks a message, two of them for each ticket; the others are named the next time. */
const maxNamed = 20;
const eventType = 'ticket_reminder';

/**
 * Names active tickets that wait for helpdesk, without a word for three days, to their assignees. What was named already
 * stands in the direct message itself, as metadata: so each silence is named once, also after a restart.
 */
export async function sendReminders(context: JobContext): Promise<void> {
  const quietSince = context.now() - quietDays * 24 * 3_600_000;
  const quiet = (await activeTickets(context)).filter(
    ({ modifiedAt }) => Date.parse(modifiedAt) <= quietSince,
  );
  for (const assignee of new Set(quiet.map(assigneeOf))) {
    const tickets = quiet.filter(ticket => assigneeOf(ticket) === assignee);
    if (assignee !== undefined)
      await remind({ context, assignee, tickets }).catch(err =>
        context.logger.warn({ err, assignee }, 'reminder not sent'),
      );
  }
}

function assigneeOf({ assignee }: Ticket): string | undefined {
  return assignee?.id;
}

async function activeTickets({ client }: JobContext): Promise<Ticket[]> {
  const query = {
    role: 'helpdesk',
    status: 'active',
    move: 'helpdesk',
    sort: 'openedAt',
    limit: 100,
  } as const;
  const found: Ticket[] = [];
  for await (const page of pagesOf(cursor => client.listTickets({ ...query, cursor })))
    found.push(...page.tickets);
  return found;
}

type RemindInput = { context: JobContext; assignee: string; tickets: Ticket[] };

async function remind({ context, assignee, tickets }: RemindInput): Promise<void> {
  const channel = await openDm({ slack: context.slack, userId: assignee });
  const since = Math.min(...tickets.map(({ modifiedAt }) => Date.parse(modifiedAt)));
  const named = await alreadyNamed({ context, channel, since });
  const fresh = tickets.filter(ticket => !named.has(silenceOf(ticket))).slice(0, maxNamed);
  if (fresh.length === 0) return;

  const links = await Promise.all(fresh.map(ticket => linked({ context, ticket })));
  const texts = await context.textsFor.person(assignee);
  await context.slack.chat.postMessage({
    channel,
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: eventType, event_payload: { silences: fresh.map(silenceOf).join(' ') } },
    ...reminderMessage({ tickets: links, days: quietDays, texts }),
  });
}

/** Identifies one silence of a ticket: any new word ends it. */
function silenceOf({ number, modifiedAt }: Ticket): string {
  return `${number}@${modifiedAt}`;
}

type AlreadyNamedInput = { context: JobContext; channel: string; since: number };

async function alreadyNamed({ context, channel, since }: AlreadyNamedInput): Promise<Set<string>> {
  const named = new Set<string>();
  const query = { channel, oldest: String(since / 1000), limit: 200, include_all_metadata: true };
  const pages = slackPagesOf(cursor => context.slack.conversations.history({ ...query, cursor }));
  for await (const { messages = [] } of pages)
    for (const { metadata } of messages)
      if (metadata?.event_type === eventType)
        for (const silence of silencesIn(metadata.event_payload)) named.add(silence);
  return named;
}

function silencesIn(payload: object | undefined): string[] {
  const silences = payload !== undefined && 'silences' in payload ? payload.silences : undefined;
  return typeof silences === 'string' ? silences.split(' ') : [];
}

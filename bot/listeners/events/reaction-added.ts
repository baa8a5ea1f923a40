import { hasCode, type SlackRef, type Ticket } from '@campus-desk/contract';
import { z } from 'zod';
import { findSlackMessage } from '../../conversation/find-message.ts';
import { isDirect } from '../../conversation/is-direct.ts';
import { messageText } from '../../conversation/message-text.ts';
import { readMessage } from '../../conversation/read-message.ts';
import { readSlackText } from '../../conversation/slack-text.ts';
import { isFromElsewhere, isWrittenElsewhere } from '../../conversation/written-elsewhere.ts';
import { isRefused } from '../../slack/errors.ts';
import { escapeText } from '../../ui/text.ts';
import { actContext } from '../handling/act-context.ts';
import { answerAlone } from '../handling/answer-alone.ts';
import type { ActContext, ListenerContext } from '../handling/context.ts';
import { copyInBackground } from '../handling/copy-in-background.ts';
import { emergencyOf } from '../handling/emergency.ts';
import { sayError } from '../handling/error-words.ts';
import { messageKey } from '../handling/message-key.ts';
import type { EventListener } from '../handling/on-event.ts';

const reactionSchema = z.looseObject({
  user: z.string(),
  reaction: z.string(),
  item: z.looseObject({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
});

/**
 * The ticket emoji on a message makes its ticket, once, with its author as the reporter: who reacts to their own does so
 * as a user, to somebody else's as helpdesk.
 */
export const reactionAdded: EventListener = async ({ context, event }) => {
  const parsed = reactionSchema.safeParse(event);
  if (!parsed.success || parsed.data.reaction !== context.ticketEmoji) return;
  const { user: reactor, item } = parsed.data;
  if (reactor === context.botUserId || isDirect(item.channel)) return;
  const message = { channel: item.channel, ts: item.ts };
  const { namesForEvents: names, homeTeamId } = context;
  if (await isFromElsewhere({ names, userId: reactor, homeTeamId })) return;
  const key = `reaction ${message.channel} ${message.ts}`;
  await context.once({ key, work: () => fileFor({ context, reactor, message }) });
};

type FileForInput = { context: ListenerContext; reactor: string; message: SlackRef };

async function fileFor({ context: listening, reactor, message }: FileForInput): Promise<void> {
  const context = await actContext({ context: listening, userId: reactor });
  const words = context.texts.messages;
  const { channel, ts } = message;
  const found = await findSlackMessage({ slack: context.slack, message }).catch(orUndefined('not_found'));
  if (found === undefined) return;
  const threadTs = found.thread_ts ?? ts;
  const at = { userId: reactor, channel, threadTs: found.thread_ts };
  const tell = (text: string) => answerAlone({ context, ...at, answer: { text: escapeText(text) } });
  const thread = await context.findThread({ channel, ts: threadTs });
  if (thread !== undefined) return tell(words.belongs({ number: thread.ticketNumber }));

  const { description, authorId } = await readProblem({ context, channel, found });
  if (description === '') return tell(words.noWords);
  if (authorId !== undefined && authorId !== reactor) {
    const refusal = await context.checkRole({ id: reactor, role: 'helpdesk' }).then(
      () => undefined,
      error => refusalIn({ context, error }),
    );
    if (refusal !== undefined) return tell(refusal);
  }
  const ticket = await fileOnce({ context, reactor, authorId: authorId ?? reactor, description, message });
  if (ticket === undefined) return;
  copyInBackground({ context, number: ticket.number, source: { channel, ts, threadTs } });
  const { number, reporter } = ticket;
  const filed =
    reporter.id === reactor ? words.filed({ number }) : words.filedFor({ number, name: reporter.name });
  const emergency = await emergencyOf({ context, ticket });
  await tell([filed, emergency].filter(line => line !== undefined).join('\n'));
}

type ReadProblemInput = { context: ActContext; channel: string; found: object };

/** The words of a message, else the names of its files, and who wrote it where that is one of our people. */
async function readProblem({ context, channel, found }: ReadProblemInput) {
  const { namesForEvents: names, botUserId, homeTeamId } = context;
  const reading = await readMessage({ names, botUserId, message: found, channel });
  if (reading.kind !== 'comment')
    return { description: readSlackText({ text: messageText(found) }).trim(), authorId: undefined };
  const { body, files, user } = reading;
  return {
    description: body || context.texts.messages.attached({ names: files.map(({ name }) => name).join(', ') }),
    authorId: isWrittenElsewhere({ reading, homeTeamId }) ? undefined : user,
  };
}

type FileOnceInput = {
  context: ListenerContext;
  reactor: string;
  authorId: string;
  description: string;
  message: SlackRef;
};

/** The ticket; undefined when the message, as it was then, has become one before. */
async function fileOnce(input: FileOnceInput): Promise<Ticket | undefined> {
  const { context, reactor, authorId, description, message } = input;
  const { client, slack, namesForEvents: names } = context;
  const { channel, ts } = message;
  const role = authorId === reactor ? 'user' : 'helpdesk';
  const [actor, name, source] = await Promise.all([
    names.actor({ id: reactor, role }),
    names.nameOf({ id: authorId }),
    slack.chat.getPermalink({ channel, message_ts: ts }).catch(error => {
      if (isRefused(error)) return undefined;
      throw error;
    }),
  ]);
  const from = source?.permalink === undefined ? {} : { source: { permalink: source.permalink } };
  const filing = { description, actor, reporter: { id: authorId, name }, ...from };
  return client
    .fileTicket(filing, { idempotencyKey: messageKey({ channel, ts }) })
    .catch(orUndefined('idempotency_mismatch'));
}

/** What a person is told; Slack sends again what failed for another reason. */
function refusalIn({ context, error }: { context: ActContext; error: unknown }): string {
  if (!hasCode(error, 'forbidden_for_role')) throw error;
  return sayError({ error, texts: context.texts, command: context.commands.ticket });
}

function orUndefined(code: 'not_found' | 'idempotency_mismatch') {
  return (error: unknown): undefined => {
    if (!hasCode(error, code)) throw error;
  };
}

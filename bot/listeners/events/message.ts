import { roleIn, sideOf, type Thread } from '@campus-desk/contract';
import { isDirect } from '../../conversation/is-direct.ts';
import { markNotes } from '../../conversation/mark-notes.ts';
import { isMarked } from '../../conversation/note-mark.ts';
import { readMessage } from '../../conversation/read-message.ts';
import { readSlackMessage, type SlackMessageReading } from '../../conversation/read-slack-message.ts';
import { storeSlackMessage } from '../../conversation/store-message.ts';
import { isWrittenElsewhere } from '../../conversation/written-elsewhere.ts';
import type { ListenerContext } from '../handling/context.ts';
import { answerLooseEdit, answerLooseMessage } from '../handling/loose-messages.ts';
import type { EventListener } from '../handling/on-event.ts';
import { sayItStaysANote } from '../handling/say-it-stays-a-note.ts';
import { redrawHome } from '../home/redraw-home.ts';

/**
 * What a person wrote, edited or deleted in a ticket's thread becomes so in the ticket; what else they write to the bot
 * alone is answered.
 */
export const message: EventListener = async ({ context, event }) => {
  const { namesForEvents: names, botUserId, homeTeamId, noteUnread } = context;
  const onUnread = (fields: string[]) => noteUnread({ event, fields });
  const nameless = readSlackMessage({ message: event, botUserId, onUnread });
  if (nameless.kind === 'ignore') return;
  const thread = await threadOf({ context, reading: nameless });
  if (thread === undefined && !isForTheBot(nameless)) return;
  // Slack is asked for names only where there is a ticket: most messages of a channel belong to none.
  if (nameless.kind !== 'deletion') void names.nameOf({ id: authorOf(nameless) });
  const reading = await readMessage({ names, botUserId, message: event });
  if (thread === undefined) {
    if (isWrittenElsewhere({ reading, homeTeamId })) return;
    if (reading.kind === 'comment') return answerLooseMessage({ context, comment: reading });
    return reading.kind === 'edit' ? answerLooseEdit({ context, edit: reading }) : undefined;
  }
  const isHelpdesk = thread.side === 'helpdesk';
  if (isHelpdesk && isWrittenElsewhere({ reading, homeTeamId })) return;
  const stored = await storeSlackMessage({
    client: context.client,
    number: thread.ticketNumber,
    reading: isHelpdesk ? markNotes(reading) : reading,
    actorOf: id => names.actor({ id, role: roleIn(thread.side) }),
  });
  if (reading.kind === 'comment') redrawHome({ context, userId: reading.user, hasActed: true });
  if (reading.kind === 'edit' && stored?.internal && !isMarked(reading.comment.body))
    await sayItStaysANote({ context, edit: reading });
};

/** Asked for together with those who are mentioned: one after the other, Slack would take too long. */
function authorOf(reading: Extract<Act, { kind: 'comment' | 'edit' }>): string {
  return reading.kind === 'comment' ? reading.user : reading.comment.user;
}

/** Whether it was written, or rewritten, in the direct messages with the bot. */
function isForTheBot(reading: Act): boolean {
  if (reading.kind === 'deletion') return false;
  return isDirect(reading.kind === 'comment' ? reading.channel : reading.comment.channel);
}

type Act = Exclude<SlackMessageReading, { kind: 'ignore' }>;
type ThreadOfInput = { context: ListenerContext; reading: Act };
type TicketThread = Pick<Thread, 'ticketNumber' | 'side'>;

/** Where the message belongs; undefined for what stands in no thread, or in one that is no ticket's. */
async function threadOf({ context, reading }: ThreadOfInput): Promise<TicketThread | undefined> {
  const comment = reading.kind === 'comment' ? reading : reading.comment;
  if (comment?.threadTs !== undefined) {
    const thread = await context.findThread({ channel: comment.channel, ts: comment.threadTs });
    if (thread !== undefined) return thread;
  }
  if (reading.kind === 'comment') return undefined;
  // A deletion may come without the message. Direct messages are added to tickets from outside their threads, and what a
  // thread began with belongs to the ticket that a reply became.
  if (comment !== undefined && !isDirect(comment.channel) && !comment.isRoot) return undefined;
  return storedThreadOf({ context, reading });
}

type StoredThreadOfInput = { context: ListenerContext; reading: Exclude<Act, { kind: 'comment' }> };

/** Where a message belongs that is stored already. */
async function storedThreadOf(input: StoredThreadOfInput): Promise<TicketThread | undefined> {
  const { context, reading } = input;
  const { channel, ts } = reading.kind === 'edit' ? reading.comment : reading;
  const { messages } = await context.client.findMessages({ channel, ts, role: 'helpdesk' });
  const [known] = messages;
  return known && { ticketNumber: known.ticketNumber, side: sideOf(known.actor.role) };
}

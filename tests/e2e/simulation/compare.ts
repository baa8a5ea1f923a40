import type { Message, ThreadSide, Ticket, TicketEvent } from '@campus-desk/contract';
import type { SandboxMessage } from 'slack-sandbox';
import { readMark } from '../../../bot/conversation/note-mark.ts';
import type { Story } from './people-act.ts';

type Seen = {
  story: Story;
  ticket: Ticket;
  stored: Message[];
  events: TicketEvent[];
  threads: Record<ThreadSide, SandboxMessage[]>;
  cards: (SandboxMessage | undefined)[];
  botUserId: string;
};

/** What is wrong with one ticket: nothing, when the API and both threads hold the same messages, each once. */
export function differences(input: Seen): string[] {
  const { story, stored, threads, botUserId } = input;
  const isCopy = ({ user, ts, text }: SandboxMessage) =>
    user === botUserId && noticed(text) === undefined && !isCard({ story, ts });
  return [
    ...inTheApi({ story, stored }),
    ...whoseMove(input),
    ...waking(input),
    ...inNotices(input),
    ...(['helpdesk', 'reporter'] as const).flatMap(side => {
      const read = stored.filter(({ internal }) => !internal || side === 'helpdesk');
      const expected = read.filter(message => sideOf({ story, message }) !== side).flatMap(copiesOf);
      const actual = threads[side].filter(isCopy).map(seen);
      return difference({ what: `copies in the ${side} thread`, expected, actual });
    }),
  ].map(problem => `ticket ${story.number}: ${problem}`);
}

function isCard({ story, ts }: { story: Story; ts: string }): boolean {
  return Object.values(story.threads).some(card => card.ts === ts);
}

/** The lines by which people are told what helpdesk did. */
const notices = {
  'ticket.started': / started work on ticket #\d+/,
  'ticket.assigned': /: Ticket #\d+ is yours\.$/,
  'ticket.waiting': / lets ticket #\d+ wait until /,
  'ticket.woken': /Ticket #\d+ is no longer waiting: /,
  'ticket.duplicated': / found that ticket #\d+ is /,
};

function noticed(text: string): string | undefined {
  return Object.entries(notices).find(([, line]) => line.test(text))?.[0];
}

/** Each act of helpdesk is told to the reporter, a reporter's word that wakes a ticket to helpdesk; who has it is mentioned. */
function toldBy({ event: { type, actor }, side }: { event: TicketEvent; side: ThreadSide }): string[] {
  if (type === 'ticket.started') return [side === 'helpdesk' ? 'ticket.assigned' : type];
  return type in notices && (actor.role === 'helpdesk') === (side === 'reporter') ? [type] : [];
}

function inNotices({ threads, events, botUserId }: Seen): string[] {
  return (['helpdesk', 'reporter'] as const).flatMap(side => {
    const said = threads[side].filter(({ user }) => user === botUserId).map(({ text }) => noticed(text));
    const expected = events.flatMap(event => toldBy({ event, side }));
    const actual = said.filter(type => type !== undefined);
    return difference({ what: `notices in the ${side} thread`, expected, actual });
  });
}

/** A word of the reporter ends a waiting, once, and nothing else does but helpdesk; the cards say that it waits. */
function waking({ ticket, events, cards }: Seen): string[] {
  const problems: string[] = [];
  let isWaiting = false;
  let isAnswered = false;
  for (const { type, actor } of events) {
    if (type === 'ticket.waiting') isWaiting = true;
    if (type === 'message.posted' && actor.role === 'user') isAnswered = isWaiting;
    if (type === 'ticket.woken' && !isWaiting) problems.push('it was woken twice');
    if (type === 'ticket.woken' || type === 'ticket.duplicated') {
      isWaiting = false;
      isAnswered = false;
    }
  }
  if (isAnswered) problems.push('the reporter answered, and it is still waiting');
  if (isWaiting !== (ticket.waiting !== null))
    problems.push('its history says something else of its waiting');
  const says = (card: SandboxMessage | undefined) => JSON.stringify(card).includes('Waiting until ');
  if (cards.some(card => says(card) !== isWaiting)) problems.push('a card is wrong about its waiting');
  return problems;
}

/** It is the move of who did not write the last message that is left and no note; both cards say so. */
function whoseMove({ ticket, stored, cards }: Seen): string[] {
  if (ticket.waiting !== null || ticket.duplicateOf !== null) return [];
  const last = stored.findLast(({ deletedAt, internal }) => deletedAt === null && !internal);
  const move = last?.actor.role === 'helpdesk' ? 'reporter' : 'helpdesk';
  const words = `"Waiting for ${move === 'helpdesk' ? 'helpdesk' : ticket.reporter.name}"`;
  return [
    ...(ticket.move === move ? [] : [`it is the move of ${ticket.move}, not of ${move}`]),
    ...(cards.every(card => JSON.stringify(card).includes(words)) ? [] : [`a card does not say ${words}`]),
  ];
}

/** Every message that stands in Slack is stored once as it reads; of deleted ones at most a tombstone is left. */
function inTheApi({ story, stored }: { story: Story; stored: Message[] }): string[] {
  const living = [...story.said]
    .filter(([, { isDeleted }]) => !isDeleted)
    .map(([ts, { side, text }]) => ({
      ts,
      ...(side === 'helpdesk' ? readMark(text) : { body: text, internal: false }),
    }));
  const isNote = new Map(stored.map(({ origin, internal }) => [origin?.ts, internal]));
  const kept = stored.filter(({ deletedAt }) => deletedAt === null);
  const origins = stored.map(({ origin }) => origin?.ts);
  return [
    ...difference({
      what: 'messages in the API',
      expected: living.map(({ ts, body }) => `${ts} ${body}`).toSorted(),
      actual: kept.map(({ origin, body }) => `${origin?.ts} ${body}`).toSorted(),
    }),
    ...living.flatMap(({ ts, internal }) =>
      internal && !isNote.get(ts) ? [`the note ${ts} is public`] : [],
    ),
    ...(new Set(origins).size === origins.length ? [] : ['a message is stored twice']),
  ];
}

type DifferenceInput = { what: string; expected: string[]; actual: string[] };

function difference({ what, expected, actual }: DifferenceInput): string[] {
  if (JSON.stringify(expected) === JSON.stringify(actual)) return [];
  return [`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`];
}

function sideOf({ story, message }: { story: Story; message: Message }): ThreadSide {
  return message.origin?.channel === story.threads.helpdesk.channel ? 'helpdesk' : 'reporter';
}

/** A copy by its words, a shared file by its name. */
function seen({ text, files }: SandboxMessage): string {
  return files === undefined ? text : files.map(({ title }) => `file ${title}`).join();
}

/** The message and, below it, its files; those of a deleted message are gone with it. */
function copiesOf({ actor, body, files, deletedAt }: Message): string[] {
  const names = files.map(({ name, mimeType, size }) => `\n[${name} (${mimeType}, ${size} B)]`);
  const text = `${actor.name}: ${deletedAt === null ? body : '(message deleted)'}${names.join('')}`;
  const copy = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [copy, ...files.map(({ name }) => `file ${name}`)];
}

import type { Message, ThreadSide, Ticket } from '@campus-desk/contract';
import type { SandboxMessage } from 'slack-sandbox';
import { readMark } from '../../../bot/conversation/note-mark.ts';
import type { Story } from './people-act.ts';

type Seen = {
  story: Story;
  ticket: Ticket;
  stored: Message[];
  threads: Record<ThreadSide, SandboxMessage[]>;
  cards: (SandboxMessage | undefined)[];
  botUserId: string;
};

/** What is wrong with one ticket: nothing, when the API and both threads hold the same messages, each once. */
export function differences(input: Seen): string[] {
  const { story, stored, threads, botUserId } = input;
  const isCopy = ({ user, ts }: SandboxMessage) =>
    user === botUserId && !Object.values(story.threads).some(card => card.ts === ts);
  return [
    ...inTheApi({ story, stored }),
    ...whoseMove(input),
    ...(['helpdesk', 'reporter'] as const).flatMap(side => {
      const read = stored.filter(({ internal }) => !internal || side === 'helpdesk');
      const expected = read.filter(message => sideOf({ story, message }) !== side).flatMap(copiesOf);
      const actual = threads[side].filter(isCopy).map(seen);
      return difference({ what: `copies in the ${side} thread`, expected, actual });
    }),
  ].map(problem => `ticket ${story.number}: ${problem}`);
}

/** It is the move of who did not write the last message that is left and no note; both cards say so. */
function whoseMove({ ticket, stored, cards }: Seen): string[] {
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

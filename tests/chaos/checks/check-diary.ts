import type { Message, Ticket, TicketEvent } from '@campus-desk/contract';
import type { Diary } from '../people/diary.ts';

/** All that the API knows of one ticket. */
export type Known = { ticket: Ticket; events: TicketEvent[]; messages: Message[] };

/** What people were answered and the API does not have, or has twice. */
export function checkDiary({ diary, all }: { diary: Diary; all: Known[] }): string[] {
  const events = all.flatMap(known => known.events);
  const descriptions = all.map(firstWords);
  const timesFiled = (text: string) => descriptions.filter(description => description === text).length;

  return [
    ...[...diary.filed].flatMap(([text, { isAcknowledged }]) => {
      const times = timesFiled(text);
      if (isAcknowledged ? times === 1 : times <= 1) return [];
      return [
        `${JSON.stringify(text)} was ${isAcknowledged ? '' : 'not '}acknowledged and filed ${times} times`,
      ];
    }),
    ...diary.edited.flatMap(({ number, text }) => {
      const times = events.filter(
        ({ ticketNumber, changes }) => ticketNumber === number && changes.description?.to === text,
      ).length;
      return times === 1
        ? []
        : [`ticket ${number}: the edit ${JSON.stringify(text)} is there ${times} times`];
    }),
    ...diary.closed.flatMap(({ number, note }) => {
      const closing = all.find(({ ticket }) => ticket.number === number)?.ticket.closingNote;
      return closing === note ? [] : [`ticket ${number}: closed with ${note}, but it has ${closing}`];
    }),
    ...diary.waited.flatMap(({ number, reason }) => {
      const words = JSON.stringify(reason);
      const times = events.filter(
        ({ ticketNumber, type, changes }) =>
          ticketNumber === number &&
          type === 'ticket.waiting' &&
          JSON.stringify(changes.waiting?.to).includes(words),
      ).length;
      return times === 1 ? [] : [`ticket ${number}: it waits for ${words} ${times} times`];
    }),
    ...diary.solved.flatMap(({ number, solved }) => {
      const isThere = events.some(
        ({ ticketNumber, changes }) => ticketNumber === number && changes.solved?.to === solved,
      );
      return isThere ? [] : [`ticket ${number}: the answer that solved is ${solved} is not there`];
    }),
    ...checkSaid({ diary, messages: all.flatMap(({ messages }) => messages) }),
  ];
}

/** The description a ticket was filed with. */
function firstWords({ ticket, events }: Known): unknown {
  const edit = events.find(
    ({ type, changes }) => type !== 'ticket.filed' && changes.description !== undefined,
  );
  return edit?.changes.description?.from ?? ticket.description;
}

/** Every message that stands in Slack is stored once as it reads; of deleted ones at most a tombstone is left. */
function checkSaid({ diary, messages }: { diary: Diary; messages: Message[] }): string[] {
  return diary.said.flatMap(({ channel, ts, isDeleted, isNote = false, ...said }) => {
    const text = said.forwards === undefined ? said.text : `${said.text}\n${said.forwards}`;
    const stored = messages.filter(({ origin }) => origin?.ts === ts && origin.channel === channel);
    const what = `message ${channel} ${ts} ${JSON.stringify(text)}`;
    if (stored.length > 1) return [`${what} is stored ${stored.length} times`];
    const [message] = stored;
    if (message !== undefined && message.internal !== isNote)
      return [`${what} is ${isNote ? 'a note that is public' : 'a note'}`];
    if (isDeleted)
      return message !== undefined && message.deletedAt === null ? [`${what} is not deleted`] : [];
    if (message === undefined) return [`${what} is not stored`];
    if (message.deletedAt !== null) return [`${what} counts as deleted`];
    return message.body === text ? [] : [`${what} is stored as ${JSON.stringify(message.body)}`];
  });
}

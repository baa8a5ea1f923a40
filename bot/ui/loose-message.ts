import { numberSchema, type SlackRef, slackRefSchema, type Ticket } from '@campus-desk/contract';
import type { ActionsBlock, KnownBlock, SectionBlock } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { button, line, plain } from './elements.ts';
import { oneLine } from './text.ts';
import type { Texts } from './texts/texts.ts';

/** An answer to a message that stands in no ticket's thread. */
export type LooseAnswer = { text: string; blocks: KnownBlock[] };

type AnswerInput = {
  texts: Texts;
  message: SlackRef;
  /** Whom to call first, where the message tells of danger. */
  emergency?: string | undefined;
};

/** The message was added to a ticket. */
export function addedAnswer(input: AnswerInput & { number: number }): LooseAnswer {
  const { texts, number, message, emergency } = input;
  const words = `${first(emergency)}${texts.messages.added({ number })}`;
  return { text: words, blocks: [line(words), report({ message, text: texts.report.title })] };
}

/** Where does this belong: to one of these tickets, newest first, or is it a new problem? */
export function choiceAnswer(input: AnswerInput & { tickets: Ticket[] }): LooseAnswer {
  const { texts, tickets, message, emergency } = input;
  const question = tickets.length === 0 ? texts.messages.broken : texts.messages.where;
  const words = `${first(emergency)}${question}`;
  return {
    text: words,
    blocks: [
      line(words),
      ...tickets.map(ticket => addition({ ticket, message, texts })),
      report({ message, text: texts.report.title }),
    ],
  };
}

/** What whoever mentions the bot is asked. */
export function mentionAnswer({ texts, message, emergency }: AnswerInput): LooseAnswer {
  const words = `${first(emergency)}${texts.messages.mention}`;
  return { text: words, blocks: [line(words), report({ message, text: texts.messages.reportThis })] };
}

function first(emergency: string | undefined): string {
  return emergency === undefined ? '' : `${emergency}\n`;
}

const messageSchema = z.tuple([slackRefSchema.shape.channel, slackRefSchema.shape.ts]);
const additionSchema = z.tuple([...messageSchema.def.items, z.coerce.number().pipe(numberSchema)]);

/** The message a button is about; throws when it is not ours. */
export function readLooseMessage(value: string): SlackRef {
  const [channel, ts] = messageSchema.parse(value.split(':'));
  return { channel, ts };
}

/** The message, and the ticket it goes to; throws when it is not ours. */
export function readAddition(value: string): { message: SlackRef; number: number } {
  const [channel, ts, number] = additionSchema.parse(value.split(':'));
  return { message: { channel, ts }, number };
}

/** One ticket a block, because two buttons of one block may not have the same id. */
function addition({ ticket, message, texts }: AnswerInput & { ticket: Ticket }): SectionBlock {
  const { number, description } = ticket;
  const { channel, ts } = message;
  return {
    type: 'section',
    text: plain(`#${number} ${oneLine({ text: description, max: 150 })}`),
    accessory: button({
      text: texts.messages.addTo({ number }),
      actionId: ids.message.add,
      value: [channel, ts, number].join(':'),
    }),
  };
}

function report({ message: { channel, ts }, text }: { message: SlackRef; text: string }): ActionsBlock {
  const value = [channel, ts].join(':');
  return {
    type: 'actions',
    elements: [button({ text, actionId: ids.message.report, value, style: 'primary' })],
  };
}

import { type Categorisation, categoryNames } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { button, line, remark } from './elements.ts';

/** What stands under the description of a filing form; an emergency is said so that nobody misses it. */
export type Hint = {
  text: string;
  emergency?: string | undefined;
  /** An answer of the campus file that may solve the problem before it is filed. */
  answer?: { title: string; text: string } | undefined;
};

/** Before anything is known about the description. */
export const firstHint: Hint = { text: 'Your words decide which team gets the ticket.' };

const hintBlock = 'hint';
const answerBlock = 'answer';
const textSchema = z.object({ text: z.string() });
const shownHintSchema = z.union([
  z.object({ elements: z.tuple([textSchema]) }).transform(({ elements: [{ text }] }) => text),
  z.object({ text: textSchema }).transform(({ text: { text } }) => text),
]);

/** The blocks of a view, as Slack sends them back. */
export type ShownBlocks = readonly { block_id?: string }[];

/** A hint as the blocks of its form. */
export function drawHint(hint: Hint): KnownBlock[] {
  const words = wordsOf(hint);
  const said = { ...(hint.emergency === undefined ? remark(words) : line(words)), block_id: hintBlock };
  return [said, ...(hint.answer === undefined ? [] : [drawAnswer(hint.answer)])];
}

function drawAnswer({ title, text }: NonNullable<Hint['answer']>): KnownBlock {
  return {
    ...line(`Does this help? ${title}\n${text}`),
    block_id: answerBlock,
    accessory: button({ text: 'This solved it', actionId: ids.file.solved, value: title }),
  };
}

const shownAnswerSchema = z
  .object({ text: textSchema, accessory: z.object({ value: z.string() }) })
  .transform(({ text: { text }, accessory: { value: title } }) => ({
    title,
    // The words begin in the second line.
    text: text.slice(text.indexOf('\n') + 1),
  }));

function answerIn(blocks: ShownBlocks): Hint['answer'] {
  return shownAnswerSchema.safeParse(blocks.find(({ block_id: id }) => id === answerBlock)).data;
}

/** Whether the blocks of a form, as Slack shows it, have this hint. */
export function showsHint({ blocks, hint }: { blocks: ShownBlocks; hint: Hint }): boolean {
  const shown = blocks.find(({ block_id: id }) => id === hintBlock);
  return (
    shownHintSchema.safeParse(shown).data === wordsOf(hint) && answerIn(blocks)?.title === hint.answer?.title
  );
}

/** The hint that a form has, as Slack shows it. */
export function hintIn(blocks: ShownBlocks): Hint | undefined {
  const words = shownHintSchema.safeParse(blocks.find(({ block_id: id }) => id === hintBlock)).data;
  const [text = '', ...emergency] = words?.split('\n').toReversed() ?? [];
  if (text === '') return undefined;
  return {
    text,
    emergency: emergency.length === 0 ? undefined : emergency.toReversed().join('\n'),
    answer: answerIn(blocks),
  };
}

/** Whether two hints read the same. */
export function isSameHint(one: Hint, other: Hint): boolean {
  return wordsOf(one) === wordsOf(other) && one.answer?.title === other.answer?.title;
}

/** Whose job it seems to be so far. */
export function categoryHint({ category, secondCategory, unsure, problems }: Categorisation): string {
  if (problems) {
    const [first, second] = problems.map(problem => categoryNames[problem.category]);
    return `This sounds like two problems: ${first} and ${second}. You can report both separately after Send.`;
  }
  if (!unsure) return `Looks like: ${categoryNames[category]}.`;
  return `Could be ${categoryNames[category]} or ${categoryNames[secondCategory]}. If it stays unclear, we'll ask you.`;
}

function wordsOf({ text, emergency }: Hint): string {
  return emergency === undefined ? text : `${emergency}\n${text}`;
}

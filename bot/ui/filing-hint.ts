import type { Categorisation } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { button, line, remark } from './elements.ts';
import type { Texts } from './texts/texts.ts';

/** What stands under the description of a filing form; an emergency is said so that nobody misses it. */
export type Hint = {
  text: string;
  emergency?: string | undefined;
  /** An answer of the campus file that may solve the problem before it is filed. */
  answer?: { title: string; text: string } | undefined;
};

/** Before anything is known about the description. */
export function firstHint(texts: Texts): Hint {
  return { text: texts.report.hint.first };
}

const hintBlock = 'hint';
const answerBlock = 'answer';
const textSchema = z.object({ text: z.string() });
const shownHintSchema = z.union([
  z.object({ elements: z.tuple([textSchema]) }).transform(({ elements: [{ text }] }) => text),
  z.object({ text: textSchema }).transform(({ text: { text } }) => text),
]);

/** The blocks of a view, as Slack sends them back. */
export type ShownBlocks = readonly { block_id?: string }[];

type DrawHintInput = { hint: Hint; texts: Texts };

/** A hint as the blocks of its form. */
export function drawHint({ hint, texts }: DrawHintInput): KnownBlock[] {
  const words = wordsOf(hint);
  const said = { ...(hint.emergency === undefined ? remark(words) : line(words)), block_id: hintBlock };
  return [said, ...(hint.answer === undefined ? [] : [drawAnswer({ ...hint.answer, texts })])];
}

function drawAnswer(input: NonNullable<Hint['answer']> & { texts: Texts }): KnownBlock {
  const { title, text, texts } = input;
  const { question, solved } = texts.report.answer;
  return {
    ...line(`${question({ title })}\n${text}`),
    block_id: answerBlock,
    accessory: button({ text: solved, actionId: ids.file.solved, value: title }),
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
export function categoryHint({ found, texts }: { found: Categorisation; texts: Texts }): string {
  const { category, secondCategory, unsure, problems } = found;
  const { hint } = texts.report;
  const names = texts.common.category;
  if (problems) {
    const [first, second] = problems;
    return hint.twoProblems({ first: names[first.category], second: names[second.category] });
  }
  if (!unsure) return hint.category({ category: names[category] });
  return hint.unsure({ first: names[category], second: names[secondCategory] });
}

function wordsOf({ text, emergency }: Hint): string {
  return emergency === undefined ? text : `${emergency}\n${text}`;
}

import type { Categorisation, SolvedByAnswer } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { ids } from '../ids.ts';
import { bold, button, line, paragraph, remark } from './elements.ts';
import type { Texts } from './texts/texts.ts';

/** What stands under the description of a filing form; an emergency is said so that nobody misses it. */
export type Hint = {
  text: string;
  emergency?: string | undefined;
  /** An answer that may solve the problem before it is filed. */
  answer?: HintAnswer | undefined;
};

/** An answer of the campus file by its title, or the closing note of a ticket by its number, which nobody reads. */
type HintAnswer = SolvedByAnswer & { text: string };

const campusAnswer = 'answer:';
const closingNote = 'note:';

/** What a button that says "This solved it" carries. */
function writeSolving(answer: SolvedByAnswer): string {
  return 'title' in answer ? `${campusAnswer}${answer.title}` : `${closingNote}${answer.number}`;
}

/** What solved the problem, by what its button carried. */
export function readSolving(value: string): SolvedByAnswer {
  return value.startsWith(closingNote)
    ? { number: Number(value.slice(closingNote.length)) }
    : { title: value.slice(campusAnswer.length) };
}

/** Before anything is known about the description. */
export function firstHint(texts: Texts): Hint {
  return { text: texts.report.hint.first };
}

const emergencyBlock = 'emergency';
const hintBlock = 'hint';
const answerBlock = 'answer';
const solvedBlock = 'answer.solved';
const textSchema = z.object({ text: z.string() });
const shownHintSchema = z
  .object({ elements: z.tuple([textSchema]) })
  .transform(({ elements: [{ text }] }) => text);
/** Slack may give back an emoji as a piece of its own: as the code points of its character, or by its name alone. */
const pieceSchema = z
  .object({ text: z.string(), unicode: z.string().regex(/^[\da-f]{1,5}(-[\da-f]{1,5})*$/), name: z.string() })
  .partial()
  .transform(({ text, unicode, name }) => {
    if (unicode === undefined) return text ?? (name === undefined ? '' : `:${name}:`);
    return String.fromCodePoint(...unicode.split('-').map(code => Number.parseInt(code, 16)));
  });
const shownEmergencySchema = z
  .object({ elements: z.tuple([z.object({ elements: z.array(pieceSchema) })]) })
  .transform(({ elements: [{ elements }] }) => elements.join(''));

/** The blocks of a view, as Slack sends them back. */
export type ShownBlocks = readonly { block_id?: string }[];

type DrawHintInput = { hint: Hint; texts: Texts };

/** A hint as the blocks of its form. */
export function drawHint({ hint, texts }: DrawHintInput): KnownBlock[] {
  const { text, emergency, answer } = hint;
  return [
    ...(emergency === undefined ? [] : [{ ...paragraph([bold(emergency)]), block_id: emergencyBlock }]),
    { ...remark(text), block_id: hintBlock },
    ...(answer === undefined ? [] : drawAnswer({ answer, texts })),
  ];
}

/** The button stands below: beside it there would be little room for the words on a phone. */
function drawAnswer({ answer, texts }: { answer: HintAnswer; texts: Texts }): KnownBlock[] {
  const { question, earlier, solved } = texts.report.answer;
  const asked = 'title' in answer ? question(answer) : earlier;
  return [
    { ...line(`${asked}\n${answer.text}`), block_id: answerBlock },
    {
      type: 'actions',
      block_id: solvedBlock,
      elements: [button({ text: solved, actionId: ids.file.solved, value: writeSolving(answer) })],
    },
  ];
}

const shownAnswerSchema = z
  .tuple([z.object({ text: textSchema }), z.object({ elements: z.tuple([z.object({ value: z.string() })]) })])
  .transform(
    ([
      { text: words },
      {
        elements: [{ value }],
      },
    ]) => ({
      ...readSolving(value),
      // The words begin in the second line.
      text: words.text.slice(words.text.indexOf('\n') + 1),
    }),
  );

function answerIn(blocks: ShownBlocks): Hint['answer'] {
  const parts = [answerBlock, solvedBlock].map(name => named({ blocks, name }));
  return shownAnswerSchema.safeParse(parts).data;
}

function named({ blocks, name }: { blocks: ShownBlocks; name: string }): unknown {
  return blocks.find(({ block_id: id }) => id === name);
}

/** Whether the blocks of a form, as Slack shows it, have this hint. */
export function showsHint({ blocks, hint }: { blocks: ShownBlocks; hint: Hint }): boolean {
  const shown = hintIn(blocks);
  return shown !== undefined && isSameHint(shown, hint);
}

/** The hint that a form has, as Slack shows it. */
export function hintIn(blocks: ShownBlocks): Hint | undefined {
  const text = shownHintSchema.safeParse(named({ blocks, name: hintBlock })).data;
  const emergency = shownEmergencySchema.safeParse(named({ blocks, name: emergencyBlock })).data;
  return text === undefined ? undefined : { text, emergency, answer: answerIn(blocks) };
}

/** Whether two hints read the same. */
export function isSameHint(one: Hint, other: Hint): boolean {
  const isSaid =
    one.text === other.text && withoutVariation(one.emergency) === withoutVariation(other.emergency);
  return isSaid && isSameAnswer(one.answer, other.answer);
}

/** Slack may leave out how a character is drawn. */
function withoutVariation(words: string | undefined): string | undefined {
  return words?.replaceAll('\ufe0f', '');
}

function isSameAnswer(one: Hint['answer'], other: Hint['answer']): boolean {
  return one && other ? writeSolving(one) === writeSolving(other) : one === other;
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

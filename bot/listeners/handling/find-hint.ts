import { type Categorisation, type Client, maxTextLength } from '@campus-desk/contract';
import type { DisplayNames } from '../../conversation/names.ts';
import { answerText } from '../../ui/answer-text.ts';
import { formatEmergency } from '../../ui/emergency.ts';
import { categoryHint, firstHint, type Hint } from '../../ui/filing-hint.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import type { CampusNow } from './campus-now.ts';

/** Fewer letters say nothing of a category, or of a danger: "Fire!" */
const minLetters = { category: 8, danger: 4 };

type FindHintInput = {
  client: Pick<Client, 'categorise'>;
  names: Pick<DisplayNames, 'languageOf'>;
  campus: CampusNow;
  text: string;
  /** Who reads it. */
  userId: string;
  texts: Texts;
};

/**
 * What to say under a description: whom to call first where it tells of danger, whose job it seems to be, and an answer
 * that may solve it: of the campus file, or the closing note of a similar ticket.
 */
export async function findHint(input: FindHintInput): Promise<Hint> {
  const { client, campus, text, texts } = input;
  const { length } = text.trim();
  if (length < minLetters.danger) return firstHint(texts);
  const found = await client.categorise({ text: text.slice(0, maxTextLength).toWellFormed() });
  const emergency = found.urgent ? formatEmergency({ texts, campus: await campus() }) : undefined;
  if (length < minLetters.category) return { ...firstHint(texts), emergency };
  const answer = found.urgent ? undefined : await readAnswer({ ...input, found });
  return { text: categoryHint({ found, texts }), emergency, answer };
}

type ReadAnswerInput = FindHintInput & { found: Categorisation };

async function readAnswer({ names, campus, userId, found }: ReadAnswerInput): Promise<Hint['answer']> {
  const { answer, earlier } = found;
  if (answer === undefined) return earlier;
  const known = await campus();
  if (known === undefined) return undefined;
  const language = await names.languageOf(userId);
  return { title: answer.title, text: answerText({ answer, language, campus: known }) };
}

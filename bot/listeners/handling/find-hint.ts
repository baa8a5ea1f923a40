import { type Answer, type Client, maxTextLength } from '@campus-desk/contract';
import { within } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';
import { languageOf } from '../../conversation/language-of.ts';
import { answerText } from '../../ui/answer-text.ts';
import { formatEmergency } from '../../ui/emergency.ts';
import { categoryHint, firstHint, type Hint } from '../../ui/filing-hint.ts';
import type { CampusNow } from './campus-now.ts';

/** Fewer letters say nothing of a category, or of a danger: "Fire!" */
const minLetters = { category: 8, danger: 4 };

/** An answer waits so long for the language of its reader. */
const languageMs = 500;

type FindHintInput = {
  client: Pick<Client, 'categorise'>;
  slack: Pick<WebClient, 'users'>;
  campus: CampusNow;
  text: string;
  /** Who reads it. */
  userId: string;
};

/**
 * What to say under a description: whom to call first where it tells of danger, whose job it seems to be, and an answer of
 * the campus file that may solve it.
 */
export async function findHint(input: FindHintInput): Promise<Hint> {
  const { client, campus, text } = input;
  const { length } = text.trim();
  if (length < minLetters.danger) return firstHint;
  const found = await client.categorise({ text: text.slice(0, maxTextLength).toWellFormed() });
  const emergency = found.urgent ? formatEmergency(await campus()) : undefined;
  if (length < minLetters.category) return { ...firstHint, emergency };
  const answer = found.urgent ? undefined : await readAnswer({ ...input, answer: found.answer });
  return { text: categoryHint(found), emergency, answer };
}

type ReadAnswerInput = FindHintInput & { answer: Answer | undefined };

async function readAnswer({ slack, campus, userId, answer }: ReadAnswerInput): Promise<Hint['answer']> {
  const known = answer && (await campus());
  if (answer === undefined || known === undefined) return undefined;
  const asking = languageOf({ slack, userId }).catch(() => undefined);
  const language = await within({ work: asking, ms: languageMs });
  return { title: answer.title, text: answerText({ answer, language, campus: known }) };
}

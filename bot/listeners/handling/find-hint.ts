import { type Client, maxTextLength } from '@campus-desk/contract';
import { formatEmergency } from '../../ui/emergency.ts';
import { categoryHint, firstHint, type Hint } from '../../ui/filing-hint.ts';
import type { CampusNow } from './campus-now.ts';

/** Fewer letters say nothing of a category, or of a danger: "Fire!" */
const minLetters = { category: 8, danger: 4 };

type FindHintInput = { client: Pick<Client, 'categorise'>; campus: CampusNow; text: string };

/** What to say under a description: whom to call first where it tells of danger, and whose job it seems to be. */
export async function findHint({ client, campus, text }: FindHintInput): Promise<Hint> {
  const { length } = text.trim();
  if (length < minLetters.danger) return firstHint;
  const answer = await client.categorise({ text: text.slice(0, maxTextLength).toWellFormed() });
  const emergency = answer.urgent ? formatEmergency(await campus()) : undefined;
  if (length < minLetters.category) return { ...firstHint, emergency };
  return { text: categoryHint(answer), emergency };
}

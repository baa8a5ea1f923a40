import { type AnswerCount, type Campus, invalid, type SolvedByAnswer } from '@campus-desk/contract';
import { helpfulAnswers } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { countOne } from './count-helpful.ts';
import { readNote } from './offered-notes.ts';

type RecordHelpfulInput = { context: Context; campus: Campus; answer: SolvedByAnswer; key: string };

/** How many problems the answer has solved, this one with them; throws `validation_failed` when there is no such answer. */
export async function recordHelpful(input: RecordHelpfulInput): Promise<AnswerCount> {
  const { context, key } = input;
  const { db, clock, writes } = context;
  const title = await titleOf(input);
  return writes.run(async () => {
    await db.insert(helpfulAnswers).values({ key, title, at: clock() }).onConflictDoNothing();
    return countOne({ db, title });
  });
}

/** An answer of the campus file by its title, a closing note by the number of its ticket. */
async function titleOf({ context, campus, answer }: RecordHelpfulInput): Promise<string> {
  if ('title' in answer) {
    if (campus.answers.some(({ title }) => title === answer.title)) return answer.title;
    throw invalid({ path: 'title', message: 'The campus file has no answer of this title.' });
  }
  if ((await readNote({ db: context.db, number: answer.number })) !== undefined) return `#${answer.number}`;
  throw invalid({ path: 'number', message: 'The closing note of this ticket is not offered to others.' });
}

import { type AnswerCount, type Campus, invalid } from '@campus-desk/contract';
import { helpfulAnswers } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { countOne } from './count-helpful.ts';

type RecordHelpfulInput = { context: Context; campus: Campus; title: string; key: string };

/** How many problems the answer has solved, this one with them; throws `validation_failed` when the campus has no such answer. */
export async function recordHelpful({
  context,
  campus,
  title,
  key,
}: RecordHelpfulInput): Promise<AnswerCount> {
  const { db, clock, writes } = context;
  if (!campus.answers.some(answer => answer.title === title))
    throw invalid({ path: 'title', message: 'The campus file has no answer of this title.' });
  return writes.run(async () => {
    await db.insert(helpfulAnswers).values({ key, title, at: clock() }).onConflictDoNothing();
    return countOne({ db, title });
  });
}

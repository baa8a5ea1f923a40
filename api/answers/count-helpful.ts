import type { AnswerCount } from '@campus-desk/contract';
import { and, count, desc, eq, gte, lt } from 'drizzle-orm';
import { type Database, helpfulAnswers } from '../../db/index.ts';

type CountHelpfulInput = { db: Database; from: string; to: string };

/** The answers that solved problems before they were filed, in a half-open period, the most helpful first. */
export async function countHelpful({ db, from, to }: CountHelpfulInput): Promise<AnswerCount[]> {
  const isInPeriod = and(gte(helpfulAnswers.at, new Date(from)), lt(helpfulAnswers.at, new Date(to)));
  return db
    .select({ title: helpfulAnswers.title, solved: count() })
    .from(helpfulAnswers)
    .where(isInPeriod)
    .groupBy(helpfulAnswers.title)
    .orderBy(desc(count()), helpfulAnswers.title);
}

type CountOneInput = { db: Database; title: string };

/** The same of one answer, ever. */
export async function countOne({ db, title }: CountOneInput): Promise<AnswerCount> {
  return { title, solved: await db.$count(helpfulAnswers, eq(helpfulAnswers.title, title)) };
}

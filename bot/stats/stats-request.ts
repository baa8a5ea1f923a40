import {
  analyses,
  backlogQuerySchema,
  resolutionQuerySchema,
  type Topic,
  topics,
} from '@campus-desk/contract';
import { z } from 'zod';

/** What `/stats` is asked: one topic with its period as it was typed, or all analyses. */
const questionSchema = z.strictObject({
  analysis: z.enum([...topics, 'all']),
  last: z.string().max(20).optional(),
  months: z.string().max(20).optional(),
});
export type Question = z.infer<typeof questionSchema>;

/** One topic to ask a service for. */
export type Inquiry = { analysis: Topic; query: Record<string, string> };

/** A question as the value of a button, and back; throws when the value is none of ours. */
export function writeQuestion(question: Question): string {
  return JSON.stringify(question);
}

export function readQuestion(value: string): Question {
  return questionSchema.parse(JSON.parse(value));
}

/** The analyses a question is about, in the order they are shown. */
export function inquiriesOf({ analysis, last, months }: Question): Inquiry[] {
  const queries: Record<Topic, Record<string, string>> = {
    backlog: last === undefined ? {} : { last },
    resolution: months === undefined ? {} : { months },
    categories: {},
    categoriser: {},
  };
  const wanted = analysis === 'all' ? analyses : [analysis];
  return wanted.map(one => ({ analysis: one, query: queries[one] }));
}

/** Why a question cannot be asked, in one line with an example; undefined when it can. */
export function faultOf({ last, months }: Question): string | undefined {
  const asked = [
    last === undefined ? undefined : backlogQuerySchema.safeParse({ last }),
    months === undefined ? undefined : resolutionQuerySchema.safeParse({ months }),
  ];
  return asked.find(parsed => parsed?.success === false)?.error?.issues[0]?.message;
}

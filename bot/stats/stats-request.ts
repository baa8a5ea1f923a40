import {
  analyses,
  backlogQuerySchema,
  resolutionQuerySchema,
  type Topic,
  topics,
} from '@campus-desk/contract';
import { z } from 'zod';

/** What `/stats` is asked: one topic with its period as it was typed, or all analyses. */
const statsRequestSchema = z.strictObject({
  analysis: z.enum([...topics, 'all']),
  last: z.string().max(20).optional(),
  months: z.string().max(20).optional(),
  /** Categories with commas between them. */
  category: z.string().max(60).optional(),
});
export type StatsRequest = z.infer<typeof statsRequestSchema>;

/** One topic to ask a service for. */
export type ReportRequest = { analysis: Topic; query: Record<string, string> };

/** A request as the value of a button. */
export function writeStatsRequest(request: StatsRequest): string {
  return JSON.stringify(request);
}

/** The request in the value of a button; throws when the value is not ours. */
export function readStatsRequest(value: string): StatsRequest {
  return statsRequestSchema.parse(JSON.parse(value));
}

/** The analyses a request is about, in the order they are shown. */
export function reportRequestsOf({ analysis, last, months, category }: StatsRequest): ReportRequest[] {
  const queries: Record<Topic, Record<string, string>> = {
    backlog: { ...(last !== undefined && { last }), ...(category !== undefined && { category }) },
    resolution: months === undefined ? {} : { months },
    categories: {},
    response: { about: 'response', ...(months === undefined ? {} : { months }) },
    satisfaction: { about: 'satisfaction', ...(months === undefined ? {} : { months }) },
    places: { about: 'places' },
    corrections: { about: 'corrections', ...(months === undefined ? {} : { months }) },
    categoriser: {},
  };
  const wanted = analysis === 'all' ? analyses : [analysis];
  return wanted.map(one => ({ analysis: one, query: queries[one] }));
}

/** Why a request cannot be answered, in one line with an example; undefined when it can. */
export function faultOf({ last, months }: StatsRequest): string | undefined {
  const asked = [
    last === undefined ? undefined : backlogQuerySchema.safeParse({ last }),
    months === undefined ? undefined : resolutionQuerySchema.safeParse({ months }),
  ];
  return asked.find(parsed => parsed?.success === false)?.error?.issues[0]?.message;
}

import { z } from 'zod';
import { momentSchema } from './moment.ts';

/** When tickets were opened, in a query: a half-open period, which has no end on a side that is left out. */
export const openedPeriodSchema = z
  .strictObject({
    openedFrom: momentSchema.optional().describe('included'),
    openedTo: momentSchema.optional().describe('excluded'),
  })
  .refine(
    ({ openedFrom, openedTo }) => !openedFrom || !openedTo || new Date(openedFrom) < new Date(openedTo),
    { path: ['openedTo'], message: 'The period is empty: openedTo must be later than openedFrom.' },
  );
export type OpenedPeriod = z.output<typeof openedPeriodSchema>;

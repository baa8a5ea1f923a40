import { z } from 'zod';

/** Years that a moment in a request may lie in: every part, and the database, can count from there on and back. */
const [firstYear, lastYear] = [1900, 2999];

/** A moment in a request, with any offset, as UTC. */
export const momentSchema = z.iso
  .datetime({ offset: true, abort: true })
  .refine(isInRange, { error: `A date lies between the years ${firstYear} and ${lastYear}.` })
  .transform(moment => new Date(moment).toISOString());

function isInRange(moment: string): boolean {
  const year = new Date(moment).getUTCFullYear();
  return year >= firstYear && year <= lastYear;
}

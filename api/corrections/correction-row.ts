import type { Correction } from '@campus-desk/categoriser';
import { corrections } from '../../db/index.ts';

export type CorrectionRow = Pick<
  typeof corrections.$inferSelect,
  'id' | 'text' | 'from' | 'to' | 'actorId' | 'at'
>;

/** What the categoriser learns from a correction, and the id that identifies it. */
export const correctionColumns = {
  id: corrections.id,
  text: corrections.text,
  from: corrections.from,
  to: corrections.to,
  actorId: corrections.actorId,
  at: corrections.at,
};

/** The correction as the categoriser takes it. */
export function toCorrection({ text, from, to, actorId, at }: CorrectionRow): Correction {
  return { text, from, to, by: actorId, at: at.toISOString() };
}

import { notFound, type SlackRef, type WaveRef } from '@campus-desk/contract';
import { eq } from 'drizzle-orm';
import { waves } from '../../db/index.ts';
import type { Context } from '../context.ts';

type TellWaveInput = { context: Context; id: number; message: SlackRef };

/** Remembers where helpdesk is told of a wave; throws `not_found`. */
export async function tellWave({ context, id, message }: TellWaveInput): Promise<WaveRef> {
  const [told] = await context.db
    .update(waves)
    .set(message)
    .where(eq(waves.id, id))
    .returning({ id: waves.id });
  if (told === undefined) throw notFound(`There is no wave ${id}.`);
  return { id, message };
}

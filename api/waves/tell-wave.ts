import type { TellWave, WaveRef } from '@campus-desk/contract';
import { eq } from 'drizzle-orm';
import { waves } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { noWave } from './refusals.ts';

type TellWaveInput = { context: Context; id: number; told: TellWave };

/** Remembers where helpdesk is told of a wave, or where it is going to be; throws `not_found`. */
export async function tellWave({ context, id, told: { channel, ts } }: TellWaveInput): Promise<WaveRef> {
  const [wave] = await context.db
    .update(waves)
    .set(ts === undefined ? { postingTo: channel } : { channel, ts })
    .where(eq(waves.id, id))
    .returning({ channel: waves.channel, ts: waves.ts });
  if (wave === undefined) throw noWave(id);
  return { id, message: messageOf(wave) };
}

type MaybeToldWave = { channel: string | null; ts: string | null };

/** The message of a wave; null until there is one. */
export function messageOf({ channel, ts }: MaybeToldWave): WaveRef['message'] {
  return channel === null || ts === null ? null : { channel, ts };
}

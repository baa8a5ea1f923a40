import { waveMessage } from '../../ui/wave-message.ts';
import type { Click } from '../handling/click.ts';

/** "Group them": the tickets of a wave become duplicates of its first one, and the person reads how many did. */
export async function groupWave(click: Click): Promise<void> {
  const { client, texts, textsFor } = click.context;
  const actor = await click.actor('helpdesk');
  const { wave, grouped } = await client.groupWave({ id: Number(click.value), actor });
  await click.respond({
    replace_original: true,
    ...waveMessage({ texts: await textsFor.channels(), wave }),
  });
  const { groupedNow, groupedBefore, closed } = texts.wave;
  const number = wave.original ?? wave.numbers[0] ?? 0;
  const nothing = wave.original === null ? closed : groupedBefore;
  await click.tellAlone(grouped.length === 0 ? nothing : groupedNow({ count: grouped.length, number }));
}

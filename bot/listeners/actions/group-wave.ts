import { readWaveToGroup, waveMessage } from '../../ui/wave-message.ts';
import type { Click } from '../handling/click.ts';

/** More take long enough that people wonder. */
const maxQuick = 20;

/** "Group them": the tickets that the message counted become duplicates of the first one, and the person reads how many did. */
export async function groupWave(click: Click): Promise<void> {
  const { client, texts, textsFor } = click.context;
  const { groupedNow, groupedBefore, grouping, closed, left } = texts.wave;
  const shown = readWaveToGroup(click.value);
  const actor = await click.actor('helpdesk');
  const count = shown.numbers?.length ?? 0;
  if (count > maxQuick) await click.tellAlone(grouping({ count }));

  const { wave, grouped } = await client.groupWave({ ...shown, actor });
  await click.respond({
    replace_original: true,
    ...waveMessage({ texts: await textsFor.channels(), wave }),
  });
  const { original, ungrouped } = wave;
  const done =
    original === null || grouped.length === 0
      ? []
      : [groupedNow({ count: grouped.length, number: original })];
  const toDo = ungrouped.length === 0 ? [] : [left({ count: ungrouped.length })];
  const nothing = original === null ? closed : groupedBefore;
  await click.tellAlone([...done, ...toDo].join(' ') || nothing);
}

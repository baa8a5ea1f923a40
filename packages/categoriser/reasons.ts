import { labels } from './label.ts';
import type { LinearModel } from './models/linear-model.ts';
import type { Features } from './reading/features.ts';
import type { Reading } from './reading/reader.ts';

const maxReasons = 3;
const count = labels.length;

type FindReasonsInput = {
  readings: readonly Reading[];
  features: Features;
  model: LinearModel;
  label: number;
};

/** Up to three words of the text, as typed, that spoke most for the label. */
export function findReasons({ readings, features, model, label }: FindReasonsInput): string[] {
  const { ids, values, owners } = features;
  const voices = new Map<string, number>();
  for (let at = 0; at < ids.length; at += 1) {
    const reading = readings[owners[at] ?? 0];
    if (!reading?.meaning.isTelling) continue;
    const voice = (values[at] ?? 0) * advantage({ model, place: (ids[at] ?? 0) * count, label });
    voices.set(reading.typed, (voices.get(reading.typed) ?? 0) + voice);
  }
  return [...voices]
    .filter(([, voice]) => voice > 0)
    .sort(([a, voice], [b, other]) => other - voice || (a < b ? -1 : 1))
    .slice(0, maxReasons)
    .map(([word]) => word);
}

/** The weight for the label minus the mean of all. */
function advantage({ model, place, label }: { model: LinearModel; place: number; label: number }): number {
  let sum = 0;
  for (let other = 0; other < count; other += 1) sum += model.weights[place + other] ?? 0;
  return (model.weights[place + label] ?? 0) - sum / count;
}

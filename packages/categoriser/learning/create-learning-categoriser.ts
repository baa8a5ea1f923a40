import type { Category } from '@campus-desk/contract';
import { type Categorisation, type Categoriser, createCategoriser } from '../create-categoriser.ts';
import type { Example } from '../label.ts';
import { loadModel } from '../model.ts';
import { loadLexicon } from '../reading/lexicon.ts';
import { createReader } from '../reading/reader.ts';
import { type Correction, inOrder } from './correction.ts';
import { debounce } from './debounce.ts';
import { createNearDuplicates } from './near-duplicates.ts';
import type { Rebuilt } from './rebuild.ts';
import { rebuildInWorker } from './rebuild-in-worker.ts';
import { createTextReader } from './text-reader.ts';
import { toExamples } from './to-examples.ts';

export type LearningCategoriser = Categoriser & {
  /** Decides the same or nearly the same text at once; the models follow after a rebuild. */
  learn(correction: Correction): void;
  /** Resolves when no rebuild is waiting or running. */
  settled(): Promise<void>;
  /** Drops a rebuild that waits; one that runs ends without effect. */
  close(): void;
};

type Options = {
  corrections?: readonly Correction[];
  rebuildAfterMs?: number;
  rebuild?: (input: { examples: readonly Example[] }) => Promise<Rebuilt>;
  onAdopted?: (version: string) => void;
  onRefused?: (reason: string) => void;
};

/** How sure an answer is that a person gave: as sure as answers get, short of certain. */
const correctedConfidence = 0.97;

/** A categoriser that learns from corrections: the stored ones given here, later ones through `learn`. */
export function createLearningCategoriser(input: Options = {}): LearningCategoriser {
  const { corrections = [], rebuildAfterMs = 5000, rebuild = rebuildInWorker, onAdopted, onRefused } = input;
  const model = loadModel();
  const lexicon = loadLexicon();
  const reader = createReader({ model, lexicon });
  const { clean, contentWords } = createTextReader(reader);
  const corrected = createNearDuplicates(text => contentWords(clean(text)));
  const learned: Correction[] = [];
  let current = createCategoriser({ model, reader });
  const rebuilding = debounce({ waitMs: rebuildAfterMs, run: rebuildNow });
  for (const correction of inOrder(corrections)) learn(correction);

  return {
    get version() {
      return current.version;
    },
    categorise: text => withCorrection({ answer: current.categorise(text), category: corrected.find(text) }),
    learn,
    settled: rebuilding.settled,
    close: rebuilding.close,
  };

  function learn(correction: Correction): void {
    learned.push(correction);
    corrected.remember({ text: correction.text, category: correction.to });
    rebuilding.request();
  }

  async function rebuildNow(isWanted: () => boolean): Promise<void> {
    const rebuilt = await rebuild({ examples: toExamples({ corrections: learned, clean }) }).catch(refuse);
    if (!isWanted()) return;
    if (!rebuilt.adopted) {
      onRefused?.(rebuilt.reason);
      return;
    }
    const { model } = rebuilt;
    current = createCategoriser({ model, reader: createReader({ model, lexicon }) });
    onAdopted?.(current.version);
  }
}

type WithCorrectionInput = { answer: Categorisation; category: Category | undefined };

function withCorrection({ answer, category }: WithCorrectionInput): Categorisation {
  if (category === undefined) return answer;
  const { problems: _, ...one } = answer;
  const secondCategory = category === answer.category ? answer.secondCategory : answer.category;
  return { ...one, category, secondCategory, confidence: correctedConfidence, unsure: false };
}

function refuse(error: unknown): Rebuilt {
  return { adopted: false, reason: error instanceof Error ? error.message : String(error) };
}
